package io.mdm.enrollment.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A relay on the loopback that answers as it was told to, and otherwise takes every mail. Answers are told per event:
 * {@link #CONNECT}, {@link #END_OF_DATA} or the verb of a command; each is used once, in the order given.
 */
public final class FaultySmtpServer implements AutoCloseable {
    /** A client connects. */
    public static final String CONNECT = "CONNECT";
    /** The final dot of a message. */
    public static final String END_OF_DATA = ".";
    /** Instead of an answer: break the connection without a word (a TCP reset). */
    public static final String DROP = "\0";
    /** Instead of an answer: nothing, and the connection stays. */
    public static final String SILENCE = "\1";

    private static final String DRIBBLE = "\2";
    private static final int DRIBBLE_MILLIS = 20;

    private static final Map<String, String> USUAL = Map.of(
            CONNECT,
            "220 faulty.example",
            "EHLO",
            "250 faulty.example",
            "DATA",
            "354 go on",
            "QUIT",
            thenDrop("221 bye"));

    private final CountDownLatch closed = new CountDownLatch(1);
    private final ServerSocket listener;
    private final Map<String, Queue<String>> told = new ConcurrentHashMap<>();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<String> messages = new CopyOnWriteArrayList<>();

    private FaultySmtpServer(int port) throws IOException {
        listener = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        start(this::listen);
    }

    public static FaultySmtpServer started() {
        return started(0);
    }

    /** @param port 0 for any free one */
    public static FaultySmtpServer started(int port) {
        try {
            return new FaultySmtpServer(port);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The answer, and then the relay hangs up in order: the client surely gets the answer, and then the end. */
    public static String thenDrop(String answer) {
        return answer + DROP;
    }

    /** An answer of very many lines, of which a byte comes now and then. */
    public static String dribbled(String code) {
        return slowly((code + "-and so on\n").repeat(1_000) + code + " at last");
    }

    /** An answer that comes a byte at a time. */
    public static String slowly(String answer) {
        return DRIBBLE + answer;
    }

    /** @param answers replies without the final line break, lines separated by {@code \n}, {@link #DROP}, {@link #SILENCE}, {@link #thenDrop},
     *     {@link #dribbled} or {@link #slowly} */
    public FaultySmtpServer on(String event, String... answers) {
        told.computeIfAbsent(event, none -> new ConcurrentLinkedQueue<>()).addAll(Arrays.asList(answers));
        return this;
    }

    public int port() {
        return listener.getLocalPort();
    }

    public int connections() {
        return connections.size();
    }

    /** What clients said, without the messages. */
    public List<String> commands() {
        return List.copyOf(commands);
    }

    /** Messages up to their final dot, whatever was answered to it; lines end with CRLF. */
    public List<String> messages() {
        return List.copyOf(messages);
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        listener.close();
        for (var connection : connections) {
            connection.close();
        }
    }

    private void listen() {
        try {
            while (true) {
                var connection = listener.accept();
                connections.add(connection);
                start(() -> serve(connection));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            var in = new BufferedReader(new InputStreamReader(connection.getInputStream(), UTF_8));
            var open = !answer(CONNECT, connection).endsWith(DROP);
            for (var line = open ? in.readLine() : null; line != null; line = open ? in.readLine() : null) {
                commands.add(line);
                var answer = answer(line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT), connection);
                if (answer.equals("354 go on")) {
                    messages.add(messageFrom(in));
                    answer = answer(END_OF_DATA, connection);
                }
                open = !answer.endsWith(DROP);
            }
        } catch (IOException hungUp) {
            // clients may
        }
    }

    private String answer(String event, Socket connection) throws IOException {
        var first = told.getOrDefault(event, new ConcurrentLinkedQueue<>()).poll();
        var answer = first != null ? first : USUAL.getOrDefault(event, "250 fine");
        var words = answer.replace(DROP, "").replace(SILENCE, "");
        if (words.startsWith(DRIBBLE)) {
            dribble(words.substring(1), connection.getOutputStream());
        } else if (!words.isEmpty()) {
            connection.getOutputStream().write((words.replace("\n", "\r\n") + "\r\n").getBytes(UTF_8));
        }
        if (answer.equals(DROP)) {
            connection.setSoLinger(true, 0);
        } else if (answer.endsWith(DROP)) {
            connection.shutdownOutput();
            connection.getInputStream().transferTo(OutputStream.nullOutputStream());
        }
        return answer;
    }

    private void dribble(String words, OutputStream out) throws IOException {
        for (byte octet : (words.replace("\n", "\r\n") + "\r\n").getBytes(UTF_8)) {
            out.write(octet);
            try {
                if (closed.await(DRIBBLE_MILLIS, TimeUnit.MILLISECONDS)) {
                    return;
                }
            } catch (InterruptedException ended) {
                throw new IOException(ended);
            }
        }
    }

    private static String messageFrom(BufferedReader in) throws IOException {
        var message = new StringBuilder();
        for (var line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null) {
                throw new IOException("the client hung up inside a message");
            }
            message.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        }
        return message.toString();
    }

    private static void start(Runnable work) {
        var thread = new Thread(work, "faulty-smtp");
        thread.setDaemon(true);
        thread.start();
    }
}
