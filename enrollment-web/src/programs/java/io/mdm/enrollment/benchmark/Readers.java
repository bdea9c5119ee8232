package io.mdm.enrollment.benchmark;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** People who open pages at a given rate, however long the server takes, over 64 connections at most. */
final class Readers {
    private static final int CONNECTIONS = 64;

    private Readers() {}

    /**
     * Lets them read for a time.
     *
     * @param rate pages a second
     * @return milliseconds from the moment when each page was due until it was there
     */
    static Collection<Double> read(Installation installation, Supplier<String> paths, int rate, Duration time) {
        long began = System.nanoTime();
        long pages = rate * time.toSeconds();
        var next = new AtomicInteger();
        var waits = new ConcurrentLinkedQueue<Double>();
        Stopwatch.Work reader = () -> {
            for (int page = next.getAndIncrement(); page < pages; page = next.getAndIncrement()) {
                long due = began + page * 1_000_000_000L / rate;
                LockSupport.parkNanos(Math.max(0, due - System.nanoTime()));
                installation.client().open(paths.get());
                waits.add((System.nanoTime() - due) / 1e6);
            }
        };
        Stream.generate(() -> Background.run(reader))
                .limit(CONNECTIONS)
                .toList()
                .forEach(CompletableFuture::join);
        return waits;
    }
}
