package io.mdm.enrollment.conformance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.mdm.enrollment.receiver.WebhookRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;

/** A receiver of webhooks on 127.0.0.1. */
final class FaultyReceiver implements AutoCloseable {
    private final HttpServer http;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private FaultyReceiver(HttpServer http) {
        this.http = http;
    }

    /** @param answer the status for a request */
    static FaultyReceiver answering(ToIntFunction<WebhookRequest> answer) throws IOException {
        return handling(exchange -> answer(exchange, answer));
    }

    /** One that reads requests, and never answers. */
    static FaultyReceiver silent() throws IOException {
        return handling(exchange -> waitForEver());
    }

    /** One that accepts requests, with an answer that never ends. */
    static FaultyReceiver endless() throws IOException {
        return handling(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('.');
            exchange.getResponseBody().flush();
            waitForEver();
        });
    }

    private static FaultyReceiver handling(HttpHandler handler) throws IOException {
        var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var receiver = new FaultyReceiver(http);
        http.createContext("/webhooks", handler);
        http.setExecutor(receiver.threads);
        http.start();
        return receiver;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/webhooks?host=acme");
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }

    private static void waitForEver() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, ToIntFunction<WebhookRequest> answer) throws IOException {
        try (exchange) {
            int status =
                    answer.applyAsInt(WebhookRequest.read(exchange.getRequestHeaders(), exchange.getRequestBody()));
            if (status / 100 == 3) {
                exchange.getResponseHeaders().set("Location", "/webhooks?moved");
            }
            exchange.sendResponseHeaders(status, -1);
        }
    }
}
