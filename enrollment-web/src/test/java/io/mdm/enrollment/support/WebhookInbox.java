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
import java.util.concurrent.Executors;

/**
 * A receiver of webhooks on 127.0.0.1 that takes what is signed with its secret, unless it is told to answer otherwise.
 */
public final class WebhookInbox implements AutoCloseable {
    public static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private final HttpServer server;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();

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

    /** All of them, in the order of their arrival. */
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
        var scripted = statuses.poll();
        int status = scripted != null ? scripted : isSigned(exchange, body) ? 204 : 401;
        requests.add(new Request(exchange.getRequestHeaders().getFirst("webhook-id"), body, status));
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
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
        server.stop(0);
    }
}
