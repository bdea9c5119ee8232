package io.mdm.enrollment.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The WAR we ship, on the one server that all such classes share; so every test makes its own data. */
@ExtendWith({ArquillianExtension.class, Drivers.class})
abstract class SharedServer {
    static final File WAR = new File(System.getProperty("enrollment.war"));

    @Deployment(testable = false)
    static WebArchive enrollment() {
        return ShrinkWrap.createFromZipFile(WebArchive.class, WAR);
    }

    @Test
    void uses_the_server_that_the_first_class_started(ProcessHandle first) {
        assertThat(first.isAlive()).isTrue();
    }
}
