package io.mdm.enrollment.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mdm.enrollment.support.BulkBody;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.RawHttp;
import io.mdm.enrollment.support.Reply;
import io.mdm.enrollment.support.Tenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Callers who ask for the page, for tokens and for bulks, each one request after another. */
record OtherCallers(EnrollmentServer server, Tenant tenant) {
    static final Duration A_WHILE = Duration.ofSeconds(15);
    /** Longer than a busy machine takes, shorter than the server waits for senders unless it is told to. */
    private static final Duration LONG = Duration.ofSeconds(5);

    Waits callFor(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        var path = server.bulks(tenant.slug()).getRawPath().replaceFirst("/bulk$", "?limit=1");
        var callers = Stream.<Supplier<Reply>>of(
                        this::page,
                        () -> server.get(path),
                        () -> server.postBulk(
                                tenant, BulkBody.inviting(tenant.address("ana")).withoutMail()))
                .map(call -> CompletableFuture.supplyAsync(() -> waits(call, end), work -> new Thread(work).start()))
                .toList();
        return new Waits(
                callers.stream().flatMap(caller -> caller.join().stream()).toList());
    }

    private Reply page() {
        try {
            return RawHttp.exchange(
                    server.base(), "GET /enroll/ HTTP/1.1\r\nHost: mdm.example\r\n\r\n".getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Wait> waits(Supplier<Reply> call, long end) {
        var waits = new ArrayList<Wait>();
        while (System.nanoTime() < end) {
            long began = System.nanoTime();
            int status = status(call);
            waits.add(new Wait(Duration.ofNanos(System.nanoTime() - began), status));
        }
        return waits;
    }

    /** 0 without an answer. */
    private static int status(Supplier<Reply> call) {
        try {
            return call.get().status();
        } catch (UncheckedIOException broken) {
            return 0;
        }
    }

    private record Wait(Duration time, int status) {}

    /** Times that others waited for their answers. */
    record Waits(List<Wait> all) {

        boolean areShort() {
            return refused() == 0 && slowest().compareTo(LONG) < 0;
        }

        @Override
        public String toString() {
            var sorted = all.stream().map(Wait::time).sorted().toList();
            return "%d other requests, %d of them not served, median %d ms, slowest %s"
                    .formatted(
                            all.size(), refused(), sorted.get(sorted.size() / 2).toMillis(), RunLog.seconds(slowest()));
        }

        private long refused() {
            return all.stream().filter(wait -> wait.status() != 200).count();
        }

        private Duration slowest() {
            return all.stream().map(Wait::time).max(Comparator.naturalOrder()).orElseThrow();
        }
    }
}
