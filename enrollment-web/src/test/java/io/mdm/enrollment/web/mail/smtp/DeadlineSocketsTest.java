package io.mdm.enrollment.web.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class DeadlineSocketsTest {
    private final DeadlineSockets sockets = new DeadlineSockets();

    @Test
    void the_end_of_a_message_does_not_wait_for_an_acknowledgment() throws Exception {
        DeadlineSockets.obey(new Deadline(System::nanoTime));

        try (var socket = sockets.createSocket()) {
            assertThat(socket.getTcpNoDelay()).isTrue();
        }
    }

    @Test
    void a_deadline_holds_for_one_socket() throws Exception {
        DeadlineSockets.obey(new Deadline(System::nanoTime));
        sockets.createSocket().close();

        assertThatThrownBy(sockets::createSocket).isInstanceOf(IOException.class);
    }
}
