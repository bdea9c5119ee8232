package io.mdm.enrollment.chaos;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mdm.enrollment.chaos.EventLedger.Fate;
import io.mdm.enrollment.chaos.ReceiverFaults.Fault;
import io.mdm.enrollment.receiver.SigningSecret;
import io.mdm.enrollment.receiver.Verification;
import io.mdm.enrollment.receiver.WebhookReceiver;
import io.mdm.enrollment.receiver.WebhookRequest;
import io.mdm.enrollment.support.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Receiver of webhooks on the loopback, which notes what arrives, fails as the dice fall, and can be killed. */
final class EventReceiver implements AutoCloseable {
    private static final String HOOK = "/hook";
    private static final String ELSEWHERE = "/elsewhere";

    /** Longer than a sender waits. */
    private static final Duration SILENCE = Duration.ofSeconds(13);

    private final EventLedger ledger = new EventLedger();
    private final SigningSecret secret = SigningSecret.generate();
    private final WebhookReceiver check = new WebhookReceiver(List.of(secret), Clock.systemUTC());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger busy = new AtomicInteger();
    private final int port = Ports.anyFree();
    private volatile @Nullable ReceiverFaults faults;
    private HttpServer server;

    EventReceiver() {
        server = started();
    }

    EventLedger ledger() {
        return ledger;
    }

    String url() {
        return "http://127.0.0.1:" + port + HOOK;
    }

    String secret() {
        return secret.text();
    }

    /** Whether a request has come that has not been answered. */
    boolean isBusy() {
        return busy.get() > 0;
    }

    void failAs(ReceiverFaults those) {
        faults = those;
    }

    void recover() {
        faults = null;
    }

    /** Breaks all connections and refuses new ones. */
    void die() {
        server.stop(0);
    }

    void comeBack() {
        server = started();
    }

    @Override
    public void close() {
        die();
        threads.shutdownNow();
    }

    private HttpServer started() {
        try {
            var starting = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
            starting.createContext(HOOK, this::receive);
            starting.createContext(ELSEWHERE, this::stray);
            starting.setExecutor(threads);
            starting.start();
            return starting;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void receive(HttpExchange exchange) throws IOException {
        busy.incrementAndGet();
        try (exchange) {
            var request = WebhookRequest.read(exchange.getRequestHeaders(), exchange.getRequestBody());
            var verification = check.receive(request);
            var failing = faults;
            var fault = failing == null || verification != Verification.VALID ? Fault.NONE : failing.next();
            ledger.add(
                    request.header(WebhookRequest.ID).orElse(""),
                    request.body(),
                    verification,
                    fate(verification, fault));
            Pause.of(failing == null ? Duration.ZERO : failing.thought());
            answer(exchange, verification, fault);
        } finally {
            busy.decrementAndGet();
        }
    }

    private static void answer(HttpExchange exchange, Verification verification, Fault fault) throws IOException {
        switch (fault) {
            case NONE -> answer(exchange, verification == Verification.VALID ? 200 : verification.status());
            case FORGOTTEN -> answer(exchange, 200);
            case ERROR -> answer(exchange, 500);
            case UNAVAILABLE -> answer(exchange, 503);
            case REDIRECT -> {
                exchange.getResponseHeaders().add("Location", ELSEWHERE);
                answer(exchange, 307);
            }
            case SILENCE -> Pause.of(SILENCE);
            case NO_ANSWER -> {}
        }
    }

    private static Fate fate(Verification verification, Fault fault) {
        if (verification != Verification.VALID) {
            return Fate.REFUSED;
        }
        return switch (fault) {
            case NONE, NO_ANSWER -> Fate.STORED;
            case FORGOTTEN -> Fate.FORGOTTEN;
            case ERROR, UNAVAILABLE, REDIRECT, SILENCE -> Fate.REFUSED;
        };
    }

    private void stray(HttpExchange exchange) throws IOException {
        ledger.addStray();
        answer(exchange, 200);
        exchange.close();
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
    }
}
