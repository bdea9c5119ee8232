package io.mdm.enrollment.chaos;

import io.mdm.enrollment.support.ApplicationServer;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.LoopbackForwarder;
import io.mdm.enrollment.support.Ports;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A node that is killed and started again on the same port. */
final class Node implements AutoCloseable {
    private final int port = Ports.anyFree();
    private final Path directory;
    private final Map<String, String> environment;
    private final AtomicInteger starts = new AtomicInteger();
    private final LoopbackForwarder wire;
    private CompletableFuture<@Nullable ApplicationServer> server = CompletableFuture.completedFuture(null);

    Node(Path directory, Map<String, String> environment, LoopbackForwarder wire) {
        this.directory = directory;
        this.environment = environment;
        this.wire = wire;
    }

    /** Starts it, which takes a while; nothing waits for that. */
    void start() {
        var starting = new CompletableFuture<@Nullable ApplicationServer>();
        server = starting;
        new Thread(() -> {
                    try {
                        starting.complete(started());
                    } catch (RuntimeException failed) {
                        starting.completeExceptionally(failed);
                    }
                })
                .start();
    }

    /** A busy machine may be too slow for the patience with one start. */
    private ApplicationServer started() {
        try {
            return startedOnce();
        } catch (IllegalStateException tooSlow) {
            return startedOnce();
        }
    }

    private ApplicationServer startedOnce() {
        var files = directory.resolve("start-" + starts.incrementAndGet());
        var war = Map.of("/", Path.of(System.getProperty("enrollment.war")));
        synchronized (Node.class) { // several at once would each take as long as all of them
            return ApplicationServer.start(port, war, environment, files);
        }
    }

    boolean isUp() {
        return server.isDone() && server.join() != null;
    }

    void awaitUp() {
        server.join();
    }

    EnrollmentServer asSeenBy(EnrollmentServer caller) {
        return caller.elsewhere(URI.create("http://127.0.0.1:" + port + "/"));
    }

    /** Names it among the scheduler's nodes. */
    long pid() {
        return running().pid();
    }

    void kill() {
        running().kill();
        server = CompletableFuture.completedFuture(null);
    }

    /** Its connections to the database. */
    LoopbackForwarder wire() {
        return wire;
    }

    /** In good order. */
    void stop() {
        var stopping = running();
        server = CompletableFuture.completedFuture(null);
        stopping.close();
    }

    @Override
    public void close() {
        var last = server.exceptionally(failed -> null).join();
        if (last != null) {
            last.close();
        }
        wire.close();
    }

    private ApplicationServer running() {
        var up = server.join();
        if (up == null) {
            throw new IllegalStateException("the node is not up");
        }
        return up;
    }
}
