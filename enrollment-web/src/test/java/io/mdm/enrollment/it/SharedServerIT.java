package io.mdm.enrollment.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.support.EnrollmentServer;
import org.junit.jupiter.api.Test;

class SharedServerIT extends SharedServer {

    @Test
    void a_second_class_finds_the_same_server(EnrollmentServer server) {
        assertThat(server.get("health/ready").status()).isEqualTo(200);
        assertThat(serversOf(ProcessHandle.current())).isEqualTo(1);
    }

    private static long serversOf(ProcessHandle tests) {
        return tests.children()
                .filter(child -> child.info().command().orElse("").endsWith("java"))
                .count();
    }
}
