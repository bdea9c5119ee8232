package io.mdm.enrollment.benchmark;

import io.mdm.enrollment.support.LoopbackSmtpServer;
import io.mdm.enrollment.support.LoopbackSmtpServer.Answer;
import io.mdm.enrollment.support.LoopbackSmtpServer.Answer.Then;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** A relay that counts what it takes, ends connections after some messages, and takes its time over each. */
final class LimitedRelay implements LongSupplier, AutoCloseable {
    private final AtomicLong taken = new AtomicLong();
    private final LoopbackSmtpServer server = LoopbackSmtpServer.start(0, Connection::new);
    private volatile int messagesPerConnection = Integer.MAX_VALUE;
    private volatile Duration time = Duration.ZERO;

    int port() {
        return server.port();
    }

    void limit(int messages) {
        messagesPerConnection = messages;
    }

    void takeFor(Duration each) {
        time = each;
    }

    @Override
    public long getAsLong() {
        return taken.get();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private final class Connection implements LoopbackSmtpServer.Conversation {
        private int messages;

        @Override
        public Answer answer(String event, String line) {
            return switch (event) {
                case LoopbackSmtpServer.CONNECT -> Answer.of("220 limited.example");
                case "MAIL" ->
                    messages++ < messagesPerConnection
                            ? Answer.of("250 fine")
                            : Answer.of("421 4.7.0 too many messages").then(Then.HANG_UP);
                case "DATA" -> Answer.of("354 go on");
                case LoopbackSmtpServer.END_OF_DATA -> {
                    taken.incrementAndGet();
                    yield Answer.of("250 taken").after(time);
                }
                case "QUIT" -> Answer.of("221 bye").then(Then.HANG_UP);
                default -> Answer.of("250 fine");
            };
        }
    }
}
