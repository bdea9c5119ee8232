package io.mdm.enrollment.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** SMTP server on the loopback: it reads commands and messages, and every answer is up to a conversation. */
public final class LoopbackSmtpServer implements AutoCloseable {
    /** A client connects. */
    public static final String CONNECT = "CONNECT";
    /** The final dot of a message. */
    public static final String END_OF_DATA = ".";

    private static final int BACKLOG = 200;

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final ServerSocket listener;
    private final Supplier<Conversation> conversations;

    private LoopbackSmtpServer(ServerSocket listener, Supplier<Conversation> conversations) {
        this.listener = listener;
        this.conversations = conversations;
    }

    /** What is said on one connection. */
    public interface Conversation {
        /**
         * @param event {@link #CONNECT}, {@link #END_OF_DATA} or the verb of a command, in capitals
         * @param line the whole command, empty where there is none
         */
        Answer answer(String event, String line);

        /** @param line of a message, as it was before the client doubled a dot at its beginning */
        default void read(String line) {}

        /** One of the two has hung up. */
        default void end() {}
    }

    /**
     * An answer, and what comes after it.
     *
     * @param text lines separated by {@code \n}; empty for silence
     * @param delay before it comes
     * @param pause after each octet of it
     */
    public record Answer(String text, Duration delay, Duration pause, Then then) {
        public enum Then {
            GO_ON,
            /** The client surely gets the answer, and then the end of the stream. */
            HANG_UP,
            /** The connection breaks without a word (a TCP reset). */
            RESET
        }

        public static Answer of(String text) {
            return new Answer(text, Duration.ZERO, Duration.ZERO, Then.GO_ON);
        }

        public Answer after(Duration time) {
            return new Answer(text, time, pause, then);
        }

        public Answer octetEvery(Duration time) {
            return new Answer(text, delay, time, then);
        }

        public Answer then(Then end) {
            return new Answer(text, delay, pause, end);
        }
    }

    /**
     * Starts to listen.
     *
     * @param port 0 for any free one
     * @param conversations asked for a new one by each connection
     */
    public static LoopbackSmtpServer start(int port, Supplier<Conversation> conversations) {
        try {
            var listener = new ServerSocket();
            listener.setReuseAddress(true);
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
            var server = new LoopbackSmtpServer(listener, conversations);
            inThread(server::listen);
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** Refuses new connections, breaks those that are open, and returns how many these were. */
    public int stop() throws IOException {
        stopped.countDown();
        listener.close();
        var broken = Set.copyOf(connections);
        for (var connection : broken) {
            connection.close();
        }
        return broken.size();
    }

    @Override
    public void close() throws IOException {
        stop();
    }

    private void listen() {
        try {
            while (true) {
                var connection = listener.accept();
                connections.add(connection);
                inThread(() -> serve(connection));
            }
        } catch (IOException closed) {
            // nobody is served any more
        }
    }

    private void serve(Socket connection) {
        var conversation = conversations.get();
        try (connection) {
            connection.setTcpNoDelay(true);
            converse(conversation, connection);
        } catch (IOException hungUp) {
            // clients may
        } finally {
            connections.remove(connection);
            conversation.end();
        }
    }

    private void converse(Conversation conversation, Socket connection) throws IOException {
        var in = new BufferedReader(new InputStreamReader(connection.getInputStream(), UTF_8));
        boolean open = answered(conversation.answer(CONNECT, ""), connection);
        for (var line = open ? in.readLine() : null; line != null; line = open ? in.readLine() : null) {
            var event = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
            var answer = conversation.answer(event, line);
            open = answered(answer, connection);
            if (open && event.equals("DATA") && answer.text().startsWith("354")) {
                readMessage(in, conversation);
                open = answered(conversation.answer(END_OF_DATA, ""), connection);
            }
        }
    }

    private static void readMessage(BufferedReader in, Conversation conversation) throws IOException {
        for (var line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null) {
                throw new IOException("the client hung up inside a message");
            }
            conversation.read(line.startsWith(".") ? line.substring(1) : line);
        }
    }

    /** Returns whether the conversation goes on. */
    private boolean answered(Answer answer, Socket connection) throws IOException {
        pause(answer.delay());
        if (!answer.text().isEmpty()) {
            write(answer, connection.getOutputStream());
        }
        switch (answer.then()) {
            case HANG_UP -> {
                connection.shutdownOutput();
                connection.getInputStream().transferTo(OutputStream.nullOutputStream());
            }
            case RESET -> connection.setSoLinger(true, 0);
            case GO_ON -> {}
        }
        return answer.then() == Answer.Then.GO_ON;
    }

    private void write(Answer answer, OutputStream out) throws IOException {
        var octets = (answer.text().replace("\n", "\r\n") + "\r\n").getBytes(UTF_8);
        if (answer.pause().isZero()) {
            out.write(octets);
            return;
        }
        for (byte octet : octets) {
            out.write(octet);
            pause(answer.pause());
        }
    }

    private void pause(Duration time) throws IOException {
        try {
            if (!time.isZero() && stopped.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new IOException("stopped");
            }
        } catch (InterruptedException ended) {
            throw new IOException(ended);
        }
    }

    private static void inThread(Runnable work) {
        var thread = new Thread(work, "loopback-smtp");
        thread.setDaemon(true);
        thread.start();
    }
}
