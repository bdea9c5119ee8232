package io.mdm.enrollment.dev;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Serves the page from which the product is tried by clicking, to this machine only.
 *
 * <p>It only shows, and takes nothing but webhooks: whatever changes something is a call that the page makes to the
 * API, from another origin, as the web UI of an MDM server does.
 */
final class StartPage implements AutoCloseable {
    private static final int THREADS = 4;

    private final HttpServer http;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final List<Pages> pages;

    private StartPage(HttpServer http, List<Pages> pages) {
        this.http = http;
        this.pages = pages;
    }

    /** @param port 0 for any free one */
    static StartPage open(int port, Pages... pages) throws IOException {
        var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        var start = new StartPage(http, List.of(pages));
        http.createContext("/", start::answer);
        http.setExecutor(start.threads);
        http.start();
        return start;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port() + "/");
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var page = page(exchange);
            var body = page.body().getBytes(UTF_8);
            var headers = exchange.getResponseHeaders();
            page.headers().forEach(headers::set);
            headers.set("Cache-Control", "no-store");
            headers.set("Cross-Origin-Resource-Policy", "same-origin");
            headers.set("Referrer-Policy", "no-referrer");
            headers.set("X-Content-Type-Options", "nosniff");
            boolean empty = exchange.getRequestMethod().equals("HEAD") || body.length == 0;
            exchange.sendResponseHeaders(page.status(), empty ? -1 : body.length);
            if (!empty) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private Page page(HttpExchange exchange) throws IOException {
        if (!isMeant(exchange)) {
            return Page.refusal(421);
        }
        return switch (exchange.getRequestMethod()) {
            case "GET", "HEAD" -> at(exchange.getRequestURI());
            case "POST" -> posted(exchange);
            default -> Page.refusal(405);
        };
    }

    private Page posted(HttpExchange exchange) throws IOException {
        for (var some : pages) {
            var answer = some.posted(exchange);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        return Page.refusal(405);
    }

    private Page at(URI request) {
        try {
            return pages.stream()
                    .flatMap(some -> some.at(request).stream())
                    .findFirst()
                    .orElseGet(() -> Page.refusal(404));
        } catch (RuntimeException unforeseen) {
            return Page.refusal(500); // most likely the server has stopped
        }
    }

    /** Somebody else's name that was made to point to this machine must not get at the tokens (DNS rebinding). */
    private boolean isMeant(HttpExchange exchange) {
        var host = exchange.getRequestHeaders().getFirst("Host");
        return host != null
                && Set.of("127.0.0.1:" + port(), "localhost:" + port()).contains(host);
    }

    private int port() {
        return http.getAddress().getPort();
    }
}
