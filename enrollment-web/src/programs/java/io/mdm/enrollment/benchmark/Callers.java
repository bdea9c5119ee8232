package io.mdm.enrollment.benchmark;

import io.mdm.enrollment.support.Tenant;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Answers to callers who send one request after another.
 *
 * @param acceptances times of the accepted bulks of 10, in milliseconds
 * @param refusals times of answers 503
 * @param singles times until bulks of 1 of an uninvolved organization were accepted
 */
record Callers(Queue<Double> acceptances, Queue<Double> refusals, Queue<Double> singles) {
    private static final int ACCEPTED = 200;
    private static final int BUSY = 503;
    private static final int SIZE = 10;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private Callers() {
        this(new ConcurrentLinkedQueue<>(), new ConcurrentLinkedQueue<>(), new ConcurrentLinkedQueue<>());
    }

    /** Lets them call for a time, and returns the answers. */
    static Callers call(Installation installation, List<Tenant> tenants, int count, Duration time) {
        var callers = new Callers();
        var uninvolved = installation.tenant();
        long end = System.nanoTime() + time.toNanos();
        var all = IntStream.range(0, count)
                .mapToObj(number -> Background.run(
                        () -> callers.sendBulks(installation, tenants.get(number % tenants.size()), end)))
                .toList();
        var single = Background.run(() -> callers.sendSingles(installation, uninvolved, end));
        all.forEach(CompletableFuture::join);
        single.join();
        return callers;
    }

    int accepted() {
        return acceptances.size();
    }

    /** How many they caused. */
    int mails() {
        return SIZE * acceptances.size() + singles.size();
    }

    double refusal(double quantile) {
        return Spread.quantile(refusals, quantile);
    }

    double single(double quantile) {
        return Spread.quantile(singles, quantile);
    }

    private void sendBulks(Installation installation, Tenant tenant, long end) throws Exception {
        while (System.nanoTime() < end) {
            send(installation, tenant, Client.bulk(tenant, SIZE), acceptances);
        }
    }

    private void sendSingles(Installation installation, Tenant tenant, long end) throws Exception {
        while (System.nanoTime() < end) {
            var bulk = Client.bulk(tenant, 1);
            singles.add(Stopwatch.milliseconds(() -> {
                while (!send(installation, tenant, bulk, new ConcurrentLinkedQueue<>())) {}
            }));
        }
    }

    private boolean send(Installation installation, Tenant tenant, byte[] bulk, Queue<Double> accepted)
            throws Exception {
        long began = System.nanoTime();
        int status = installation.client().status(tenant, bulk);
        double took = (System.nanoTime() - began) / 1e6;
        switch (status) {
            case ACCEPTED -> accepted.add(took);
            case BUSY -> {
                refusals.add(took);
                LockSupport.parkNanos(PAUSE.toNanos());
            }
            default -> throw new IllegalStateException("answered " + status);
        }
        return status == ACCEPTED;
    }
}
