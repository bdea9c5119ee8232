package io.mdm.enrollment.web.webhook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mdm.enrollment.api.spi.EventType;
import io.mdm.enrollment.api.spi.ReportedEvent;
import io.mdm.enrollment.api.spi.WebhookAnswer;
import io.mdm.enrollment.api.spi.WebhookRequest;
import io.mdm.enrollment.api.webhook.WebhookFailure;
import io.mdm.enrollment.domain.InMemoryEvent;
import io.mdm.enrollment.web.config.WebhookConfiguration;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests to receivers on a socket: good ones, slow ones, and those that are somebody else. */
class HttpWebhookSenderTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final byte[] NO_CONTENT = "HTTP/1.1 204 No Content\r\n\r\n".getBytes(ISO_8859_1);
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final Duration PATIENT = Duration.ofSeconds(60);
    private static final Duration IMPATIENT = Duration.ofMillis(300);

    private final InMemoryEvent<WebhookAnswer> answered = new InMemoryEvent<>();
    private final List<String> paths = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer receiver;
    private int port;

    @BeforeEach
    void start() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(LOOPBACK, 0), 50);
        receiver.setExecutor(Executors.newCachedThreadPool());
        receiver.createContext("/", this::answer);
        receiver.start();
        port = receiver.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        end.countDown();
        receiver.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        paths.add(path);
        var body = exchange.getRequestBody().readAllBytes();
        switch (path) {
            case "/verify" -> exchange.sendResponseHeaders(verified(exchange, body) ? 204 : 401, -1);
            case "/hang" -> awaitEnd();
            case "/endless" -> {
                exchange.sendResponseHeaders(200, 0);
                writeOn(exchange.getResponseBody());
            }
            case "/redirect" -> {
                exchange.getResponseHeaders().add("Location", "/verify");
                exchange.sendResponseHeaders(307, -1);
            }
            default -> exchange.sendResponseHeaders(Integer.parseInt(path.substring(1)), -1);
        }
        exchange.close();
    }

    private static boolean verified(HttpExchange exchange, byte[] body) {
        try {
            var headers = exchange.getRequestHeaders();
            new Webhook(SECRET)
                    .verify(
                            new String(body, StandardCharsets.UTF_8),
                            Map.of(
                                    "webhook-id", List.of(headers.getFirst("webhook-id")),
                                    "webhook-timestamp", List.of(headers.getFirst("webhook-timestamp")),
                                    "webhook-signature", List.of(headers.getFirst("webhook-signature"))));
            return headers.getFirst("Content-Type").equals("application/cloudevents-batch+json");
        } catch (Exception forged) {
            return false;
        }
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void writeOn(OutputStream out) throws IOException {
        while (end.getCount() > 0) {
            out.write('x');
        }
    }

    @Test
    void a_signed_batch_is_accepted() {
        assertThat(send(PATIENT, "/verify")).isEqualTo(WebhookAnswer.of(204));
        assertThat(answered.fired()).containsExactly(WebhookAnswer.of(204));
    }

    @Test
    void what_a_receiver_answers_is_told() {
        assertThat(send(PATIENT, "/500")).isEqualTo(WebhookAnswer.of(500));
        assertThat(send(PATIENT, "/410").failure()).contains(WebhookFailure.GONE);
    }

    @Test
    void redirects_are_not_followed() {
        assertThat(send(PATIENT, "/redirect")).isEqualTo(WebhookAnswer.of(307));
        assertThat(paths).containsExactly("/redirect");
    }

    @Test
    void a_receiver_that_does_not_answer_is_left() {
        assertThat(send(IMPATIENT, "/hang")).isEqualTo(WebhookAnswer.none(WebhookFailure.TIMEOUT));
    }

    @Test
    void a_request_has_ten_seconds() {
        assertThat(new HttpWebhookSender(configuration(Set.of()), answered).timeLimit())
                .isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void an_answer_without_an_end_is_not_read() {
        assertThat(send(PATIENT, "/endless")).isEqualTo(WebhookAnswer.of(200));
    }

    @Test
    void an_answer_that_comes_byte_by_byte_is_cut_off() throws IOException {
        try (var slow = new ServerSocket(0, 1, LOOPBACK)) {
            serve(slow, this::drip);

            assertThat(send(IMPATIENT, "http://127.0.0.1:" + slow.getLocalPort() + "/", allowing()))
                    .isEqualTo(WebhookAnswer.none(WebhookFailure.TIMEOUT));
        }
    }

    /** A header without an end, whose bytes come too soon for a timeout between two of them. */
    private void drip(Socket connection) throws IOException, InterruptedException {
        connection.getOutputStream().write("HTTP/1.1 200 OK\r\nX: ".getBytes(ISO_8859_1));
        while (!end.await(20, TimeUnit.MILLISECONDS)) {
            connection.getOutputStream().write('x');
        }
    }

    @Test
    void a_request_on_a_kept_connection_that_ends_is_repeated_at_once() throws IOException {
        try (var closing = new ServerSocket(0, 1, LOOPBACK)) {
            serve(closing, connection -> {
                read(connection);
                connection.getOutputStream().write(NO_CONTENT);
                read(connection);
            });
            var url = "http://127.0.0.1:" + closing.getLocalPort() + "/";
            var sender = new HttpWebhookSender(configuration(Set.of()), allowing(), PATIENT, answered);
            assertThat(sender.send(request(url, SECRET))).isEqualTo(WebhookAnswer.of(204));

            serve(closing, connection -> {
                read(connection);
                connection.getOutputStream().write(NO_CONTENT);
            });
            assertThat(sender.send(request(url, SECRET))).isEqualTo(WebhookAnswer.of(204));
            assertThat(answered.fired()).as("told once for each request").hasSize(2);
        }
    }

    @Test
    void a_request_is_repeated_once_only() throws IOException {
        var read = new AtomicInteger();
        try (var closing = new ServerSocket(0, 1, LOOPBACK)) {
            for (int connection = 0; connection < 3; connection++) {
                serve(closing, each -> {
                    read(each);
                    read.incrementAndGet();
                });
            }

            assertThat(send(PATIENT, "http://127.0.0.1:" + closing.getLocalPort() + "/", allowing()))
                    .isEqualTo(WebhookAnswer.none(WebhookFailure.UNREACHABLE));
            assertThat(read).hasValue(2);
        }
    }

    /** Reads the head of a request and its body, whose end is the array of events. */
    private static void read(Socket connection) throws IOException {
        var request = new StringBuilder();
        int next;
        while (!request.toString().endsWith("}]")
                && (next = connection.getInputStream().read()) >= 0) {
            request.append((char) next);
        }
    }

    private static void serve(ServerSocket listener, Serving serving) {
        var thread = new Thread(
                () -> {
                    try (var connection = listener.accept()) {
                        serving.answer(connection);
                    } catch (IOException | InterruptedException left) {
                        // as it should be
                    }
                },
                "receiver");
        thread.setDaemon(true);
        thread.start();
    }

    @FunctionalInterface
    private interface Serving {
        void answer(Socket connection) throws IOException, InterruptedException;
    }

    @Test
    void nobody_listening_is_unreachable() throws IOException {
        int free;
        try (var reserved = new ServerSocket(0, 1, LOOPBACK)) {
            free = reserved.getLocalPort();
        }

        assertThat(send(PATIENT, "http://127.0.0.1:" + free + "/", allowing()))
                .isEqualTo(WebhookAnswer.none(WebhookFailure.UNREACHABLE));
    }

    @Test
    void a_receiver_without_tls_is_not_reached_over_tls() throws IOException {
        try (var listener = new ServerSocket(0, 1, LOOPBACK)) {
            serve(
                    listener,
                    connection -> connection.getOutputStream().write("HTTP/1.1 400 \r\n\r\n".getBytes(ISO_8859_1)));

            assertThat(send(PATIENT, "https://127.0.0.1:" + listener.getLocalPort() + "/", allowing()))
                    .isEqualTo(WebhookAnswer.none(WebhookFailure.UNREACHABLE));
        }
    }

    @Test
    void private_addresses_are_not_connected_to() {
        var strict = configuration(Set.of());

        for (var host : List.of("127.0.0.1", "[::1]", "10.0.0.1", "169.254.169.254")) {
            assertThat(send(PATIENT, "https://" + host + ":" + port + "/verify", new AddressRules(strict)))
                    .isEqualTo(WebhookAnswer.none(WebhookFailure.ADDRESS_REFUSED));
        }
        assertThat(paths).isEmpty();
    }

    /** A name server that answers otherwise the second time. */
    @Test
    void the_address_that_was_judged_is_connected_to() throws IOException {
        var lookups = new AtomicInteger();
        var bound = InetAddress.getByName("127.0.0.2");
        try (var other = new ServerSocket(port, 1, bound)) {
            var rebinding = new AddressRules(configuration(Set.of("rebinding.example")), host ->
                    new InetAddress[] {lookups.incrementAndGet() == 1 ? LOOPBACK : bound});

            assertThat(send(PATIENT, "http://rebinding.example:" + port + "/verify", rebinding))
                    .isEqualTo(WebhookAnswer.of(204));
            assertThat(lookups).hasValue(1);
            other.setSoTimeout(1);
            assertThatExceptionOfType(SocketTimeoutException.class)
                    .as("nobody has connected")
                    .isThrownBy(other::accept);
        }
    }

    @Test
    void a_name_that_leads_to_a_private_address_is_refused_when_it_is_looked_up() {
        var rebound = new AddressRules(configuration(Set.of()), host -> new InetAddress[] {LOOPBACK});

        assertThat(send(PATIENT, "https://rebinding.example:" + port + "/verify", rebound))
                .isEqualTo(WebhookAnswer.none(WebhookFailure.ADDRESS_REFUSED));
        assertThat(paths).isEmpty();
    }

    @Test
    void an_unfit_url_or_secret_sends_nothing() {
        assertThat(send(PATIENT, "gopher://127.0.0.1/", allowing()))
                .isEqualTo(WebhookAnswer.none(WebhookFailure.BAD_ENDPOINT));
        var sender = new HttpWebhookSender(configuration(Set.of("127.0.0.1")), allowing(), PATIENT, answered);
        assertThat(sender.send(request("http://127.0.0.1:" + port + "/verify", "secret")))
                .isEqualTo(WebhookAnswer.none(WebhookFailure.BAD_ENDPOINT));
        assertThat(paths).isEmpty();
    }

    private WebhookAnswer send(Duration limit, String path) {
        return send(limit, "http://127.0.0.1:" + port + path, allowing());
    }

    private WebhookAnswer send(Duration limit, String url, AddressRules rules) {
        return new HttpWebhookSender(configuration(Set.of()), rules, limit, answered).send(request(url, SECRET));
    }

    private static AddressRules allowing() {
        return new AddressRules(configuration(Set.of("127.0.0.1")));
    }

    private static WebhookConfiguration configuration(Set<String> allowed) {
        return new WebhookConfiguration(allowed, false, URI.create("https://mdm.example"));
    }

    private static WebhookRequest request(String url, String secret) {
        var event = new ReportedEvent("1-1", EventType.BULK_CREATED, "organization", "bulk", Instant.EPOCH, "{}");
        return new WebhookRequest("msg_1", url, List.of(secret), List.of(event), Instant.now());
    }
}
