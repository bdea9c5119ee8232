package io.mdm.enrollment.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A receiver of webhooks on 127.0.0.1 that takes what is signed with its secret, unless it is told to answer otherwise.
 */
public final class WebhookInbox implements AutoCloseable {
    public static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private final HttpServer server;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
    private final AtomicInteger held = new AtomicInteger();
    private volatile CountDownLatch gate = new CountDownLatch(0);

    /**
     * A request.
     *
     * @param id of the message
     * @param status that it was answered
     */
    public record Request(String id, String body, int status) {

        public List<JsonObject> events() {
            try (var reader = Json.createReader(new StringReader(body))) {
                return reader.readArray().getValuesAs(JsonObject.class);
            }
        }
    }

    private WebhookInbox(HttpServer server) {
        this.server = server;
    }

    public static WebhookInbox open() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
            var inbox = new WebhookInbox(server);
            server.createContext("/", inbox::answer);
            server.setExecutor(Executors.newCachedThreadPool());
            server.start();
            return inbox;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    /** The next requests are answered so. */
    public void answering(int... next) {
        for (int status : next) {
            statuses.add(status);
        }
    }

    /** From now on no request is answered, until {@link #release}. */
    public void hold() {
        gate = new CountDownLatch(1);
    }

    /** Requests that came while none was answered. */
    public int held() {
        return held.get();
    }

    public void release() {
        gate.countDown();
    }

    /** All that were answered, in this order. */
    public List<Request> requests() {
        return List.copyOf(requests);
    }

    /** Events of those that were taken. */
    public List<JsonObject> events() {
        return requests.stream()
                .filter(request -> request.status() == 204)
                .flatMap(request -> request.events().stream())
                .toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        pass();
        var scripted = statuses.poll();
        int status = scripted != null ? scripted : isSigned(exchange, body) ? 204 : 401;
        requests.add(new Request(exchange.getRequestHeaders().getFirst("webhook-id"), body, status));
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private void pass() {
        if (gate.getCount() > 0) {
            held.incrementAndGet();
        }
        try {
            gate.await();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    @SuppressWarnings("CatchingUnchecked") // whatever it is, it was not signed
    private static boolean isSigned(HttpExchange exchange, String body) {
        var headers = exchange.getRequestHeaders();
        try {
            new Webhook(SECRET)
                    .verify(
                            body,
                            Map.of(
                                    "webhook-id", headers.get("webhook-id"),
                                    "webhook-timestamp", headers.get("webhook-timestamp"),
                                    "webhook-signature", headers.get("webhook-signature")));
            return true;
        } catch (Exception forged) {
            return false;
        }
    }

    @Override
    public void close() {
        release();
        server.stop(0);
    }
}
