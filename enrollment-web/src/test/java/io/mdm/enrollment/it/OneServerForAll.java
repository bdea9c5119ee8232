package io.mdm.enrollment.it;

import fish.payara.arquillian.container.payara.managed.PayaraMicroDeployableContainer;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.Patience;
import java.net.URI;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.container.LifecycleException;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.jspecify.annotations.Nullable;

/**
 * Lets all test classes that deploy the WAR we ship use one server.
 *
 * <p>The adapter for Payara Micro starts a server per deployment, that is per test class. With this one the first
 * deployment starts it, the others find it running, and it is stopped after the last class. A class that deploys
 * something else has a server of its own.
 */
public final class OneServerForAll implements LoadableExtension {

    @Override
    public void register(ExtensionBuilder builder) {
        builder.override(DeployableContainer.class, PayaraMicroDeployableContainer.class, Container.class);
    }

    /** Made by Arquillian. */
    public static final class Container extends PayaraMicroDeployableContainer {
        private @Nullable Archive<?> shared;
        private @Nullable ProtocolMetaData whereItIs;

        @Override
        public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
            if (!isShared(archive)) {
                return deployReady(archive);
            }
            if (whereItIs == null) {
                whereItIs = deployReady(archive);
                shared = archive;
            }
            return whereItIs;
        }

        @Override
        public void undeploy(Archive<?> archive) throws DeploymentException {
            if (!isShared(archive)) {
                super.undeploy(archive);
            }
            // else the next class wants it, too
        }

        @Override
        public void stop() throws LifecycleException {
            if (shared != null) {
                try {
                    super.undeploy(shared);
                } catch (DeploymentException e) {
                    throw new LifecycleException("The server does not stop", e);
                }
            }
            super.stop();
        }

        private static boolean isShared(Archive<?> archive) {
            return archive.getName().equals(SharedServer.WAR.getName());
        }

        /** The adapter does not notice a deployment that fails. */
        private ProtocolMetaData deployReady(Archive<?> archive) throws DeploymentException {
            var metadata = super.deploy(archive);
            int port = metadata.getContexts(HTTPContext.class).iterator().next().getPort();
            var server = EnrollmentServer.at(URI.create("http://127.0.0.1:" + port + "/"));
            Patience.await("a deployment that answers").until(server::isReady);
            return metadata;
        }
    }
}
