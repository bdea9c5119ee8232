package io.mdm.enrollment.benchmark;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mdm.enrollment.support.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;

/** A receiver of webhooks that accepts everything and reads nothing of it. */
final class EventSink implements AutoCloseable {
    static final String SECRET = "whsec_YmVuY2htYXJrLW9ubHktc2VjcmV0LW9mLXdlYmhvb2tz";

    /** What has not been delivered: rows of events, and webhooks that are behind. */
    private static final String LEFT = """
            select (select count(*) from enrollment.webhook_outbox) + (
                select count(*) from enrollment.webhook_progress p
                where p.position <= (select coalesce(max(position), 0) from enrollment.webhook_event))
            """;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);

    private EventSink(HttpServer server) {
        this.server = server;
    }

    static EventSink start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
            var sink = new EventSink(server);
            server.createContext("/", EventSink::accept);
            server.setExecutor(sink.threads);
            server.start();
            return sink;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void accept(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(204, -1);
        exchange.getResponseBody().close(); // close() of the exchange would end the connection
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** Waits until every event has been delivered. */
    void awaitQuiet(Database database) {
        Awaitility.await("events").atMost(DeliveryRate.PATIENCE).until(() -> database.number(LEFT) == 0);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
