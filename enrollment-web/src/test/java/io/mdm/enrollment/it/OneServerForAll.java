package io.mdm.enrollment.it;

import static java.util.Objects.requireNonNull;

import io.mdm.enrollment.support.ApplicationServer;
import io.mdm.enrollment.support.Ports;
import io.mdm.enrollment.support.ServerStart;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.LifecycleException;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;

/**
 * Arquillian container on the server that was chosen, whichever it is.
 *
 * <p>All test classes that deploy the WAR we ship use one server: the first deployment starts it, the others find it
 * running, and it is stopped after the last class. A class that deploys something else has a server of its own, on the
 * same database.
 */
public final class OneServerForAll implements LoadableExtension {

    @Override
    public void register(ExtensionBuilder builder) {
        builder.service(DeployableContainer.class, Container.class);
    }

    /** Made by Arquillian. */
    public static final class Configuration implements ContainerConfiguration {
        @Override
        public void validate() {
            // nothing can be configured
        }
    }

    /** Made by Arquillian. */
    public static final class Container implements DeployableContainer<Configuration> {
        private static final Path FILES = Path.of(System.getProperty("it.directory", "."));
        private static final String SHARED = SharedServer.WAR.getName();

        private final Map<String, ApplicationServer> running = new HashMap<>();

        @Override
        public Class<Configuration> getConfigurationClass() {
            return Configuration.class;
        }

        @Override
        public ProtocolDescription getDefaultProtocol() {
            return new ProtocolDescription("Servlet 6.0");
        }

        @Override
        public ProtocolMetaData deploy(Archive<?> archive) {
            var server = running.computeIfAbsent(archive.getName(), name -> started(archive));
            return new ProtocolMetaData().addContext(context(server.root()));
        }

        private static ApplicationServer started(Archive<?> archive) {
            if (archive.getName().equals(SHARED)) {
                var deployments = Map.of("/", SharedServer.WAR.toPath());
                var start = ServerStart.of(Integer.getInteger("it.http.port"), deployments, FILES);
                return ApplicationServer.start(start.loggingEverything(), Map.of());
            }
            var file = FILES.resolve(archive.getName());
            archive.as(ZipExporter.class).exportTo(file.toFile(), true);
            return ApplicationServer.start(
                    Ports.anyFree(), Map.of("/", file), Map.of(), FILES.resolve("server-of-" + archive.getName()));
        }

        /** With the servlet that runs tests inside. */
        private static HTTPContext context(URI root) {
            return new HTTPContext(root.getHost(), root.getPort()).add(new Servlet("ArquillianServletRunnerEE9", ""));
        }

        @Override
        public void undeploy(Archive<?> archive) {
            if (!archive.getName().equals(SHARED)) {
                requireNonNull(running.remove(archive.getName())).close();
            }
            // else the next class wants it, too
        }

        @Override
        public void stop() throws LifecycleException {
            var shared = running.get(SHARED);
            if (shared != null) {
                note(shared);
            }
            running.values().forEach(ApplicationServer::close);
            running.clear();
        }

        /** For the table of servers. */
        private static void note(ApplicationServer shared) throws LifecycleException {
            var measured = new Properties();
            measured.setProperty("jdk", Integer.toString(Runtime.version().feature()));
            measured.setProperty(
                    "start.seconds", Long.toString(shared.startTime().toSeconds()));
            measured.setProperty(
                    "memory.megabytes", Long.toString(shared.residentMemory().orElse(0) / 1_000_000));
            try (var file = Files.newBufferedWriter(FILES.resolve("server.properties"))) {
                measured.store(file, null);
            } catch (IOException e) {
                throw new LifecycleException("What the server needed cannot be noted", e);
            }
        }
    }
}
