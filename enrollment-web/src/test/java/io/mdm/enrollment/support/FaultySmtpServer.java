package io.mdm.enrollment.support;

import io.mdm.enrollment.support.LoopbackSmtpServer.Answer;
import io.mdm.enrollment.support.LoopbackSmtpServer.Answer.Then;
import io.mdm.enrollment.support.LoopbackSmtpServer.Conversation;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A relay on the loopback that answers as it was told to, and otherwise takes every mail. Answers are told per event:
 * {@link #CONNECT}, {@link #END_OF_DATA} or the verb of a command; each is used once, in the order given.
 */
public final class FaultySmtpServer implements AutoCloseable {
    /** A client connects. */
    public static final String CONNECT = LoopbackSmtpServer.CONNECT;
    /** The final dot of a message. */
    public static final String END_OF_DATA = LoopbackSmtpServer.END_OF_DATA;
    /** Instead of an answer: break the connection without a word (a TCP reset). */
    public static final String DROP = "\0";
    /** Instead of an answer: nothing, and the connection stays. */
    public static final String SILENCE = "\1";

    private static final String SLOWLY = "\2";
    private static final Duration DRIBBLE = Duration.ofMillis(20);
    private static final String RECIPIENT = "RCPT TO:<";
    private static final Map<String, String> DEFAULTS = Map.of(
            CONNECT, "220 faulty.example", "EHLO", "250 faulty.example", "DATA", "354 go on", "QUIT", "221 bye" + DROP);

    private final Map<String, Queue<String>> told = new ConcurrentHashMap<>();
    private final Map<String, Runnable> actions = new ConcurrentHashMap<>();
    private final Queue<String> commands = new ConcurrentLinkedQueue<>();
    private final Queue<String> messages = new ConcurrentLinkedQueue<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final LoopbackSmtpServer server;

    private FaultySmtpServer(int port) {
        server = LoopbackSmtpServer.start(port, Scripted::new);
    }

    public static FaultySmtpServer started() {
        return started(0);
    }

    /** @param port 0 for any free one */
    public static FaultySmtpServer started(int port) {
        return new FaultySmtpServer(port);
    }

    /** The answer, and then the relay hangs up in order: the client surely gets the answer, and then the end. */
    public static String thenDrop(String answer) {
        return answer + DROP;
    }

    /** An answer of very many lines, of which a byte comes now and then. */
    public static String dribbled(String code) {
        return SLOWLY + (code + "-and so on\n").repeat(1_000) + code + " at last";
    }

    /**
     * @param answers replies without the final line break, lines separated by {@code \n}, {@link #DROP},
     *     {@link #SILENCE}, {@link #thenDrop} or {@link #dribbled}
     */
    public FaultySmtpServer on(String event, String... answers) {
        told.computeIfAbsent(event, none -> new ConcurrentLinkedQueue<>()).addAll(Arrays.asList(answers));
        return this;
    }

    /** Does something whenever the event happens, before it is answered. */
    public FaultySmtpServer before(String event, Runnable action) {
        actions.put(event, action);
        return this;
    }

    public int port() {
        return server.port();
    }

    public int connections() {
        return connections.get();
    }

    /** What clients said, without the messages. */
    public List<String> commands() {
        return List.copyOf(commands);
    }

    /** Whom clients named as recipients, in this order, whatever was answered to it. */
    public List<String> recipients() {
        return commands.stream()
                .filter(command -> command.startsWith(RECIPIENT))
                .map(command -> command.substring(RECIPIENT.length(), command.indexOf('>')))
                .toList();
    }

    /** Messages up to their final dot, whatever was answered to it; lines end with CRLF. */
    public List<String> messages() {
        return List.copyOf(messages);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private final class Scripted implements Conversation {
        private final StringBuilder message = new StringBuilder();

        @Override
        public Answer answer(String event, String line) {
            switch (event) {
                case CONNECT -> connections.incrementAndGet();
                case END_OF_DATA -> {
                    messages.add(message.toString());
                    message.setLength(0);
                }
                default -> commands.add(line);
            }
            actions.getOrDefault(event, () -> {}).run();
            var first = told.getOrDefault(event, new ConcurrentLinkedQueue<>()).poll();
            return answer(first != null ? first : DEFAULTS.getOrDefault(event, "250 fine"));
        }

        @Override
        public void read(String line) {
            message.append(line).append("\r\n");
        }

        private static Answer answer(String script) {
            var text = script.replace(DROP, "").replace(SILENCE, "").replace(SLOWLY, "");
            var answer = script.startsWith(SLOWLY) ? Answer.of(text).octetEvery(DRIBBLE) : Answer.of(text);
            if (script.equals(DROP)) {
                return answer.then(Then.RESET);
            }
            return script.endsWith(DROP) ? answer.then(Then.HANG_UP) : answer;
        }
    }
}
