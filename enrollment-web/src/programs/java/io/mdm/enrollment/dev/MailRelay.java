package io.mdm.enrollment.dev;

import io.mdm.enrollment.support.LoopbackSmtpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Mail relay of the development server: it keeps what it is given, and fails on purpose for some recipients. */
final class MailRelay implements AutoCloseable {
    private final Letters letters = new Letters();
    private final Set<String> deferred = ConcurrentHashMap.newKeySet();
    private final LoopbackSmtpServer smtp = LoopbackSmtpServer.start(0, () -> new RelayConversation(letters, deferred));

    static MailRelay open() {
        return new MailRelay();
    }

    int port() {
        return smtp.port();
    }

    Letters letters() {
        return letters;
    }

    @Override
    public void close() {
        try {
            smtp.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
