package io.mdm.enrollment.benchmark;

import io.mdm.enrollment.support.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** T5: memory of the largest requests, on a small server. */
final class HeapTargets implements Family {
    private static final int SIZE = 100_000;
    private static final int AT_ONCE = 8;
    private static final Pattern LIVE = Pattern.compile("Pause Full .*->(\\d+)M");

    @Override
    public List<Target> targets() {
        return List.of(
                new Target(
                        "T5",
                        "live heap of a bulk of 100000, -Xmx384m",
                        Goal.atMost(64, "MB"),
                        "heap",
                        Target.NONE,
                        "MB"),
                new Target(
                        "T5",
                        "live heap of a file of 100000 rows with names, -Xmx384m",
                        Goal.atMost(64, "MB"),
                        "heap of a file",
                        Target.NONE,
                        "MB"),
                new Target(
                        "T5",
                        "8 bulks of 100000 at once, -Xmx384m: answers other than 200 and 503",
                        Goal.atMost(0, "answers"),
                        "failures",
                        Target.NONE,
                        "answers"));
    }

    @Override
    public int warmUp() {
        return 1;
    }

    @Override
    public Subject start(Build build, Set<String> chosen) throws Exception {
        var log = build.directory().resolve("gc.log");
        Files.deleteIfExists(log);
        var installation = Installation.start(
                build,
                Ports.anyFree(),
                Map.of("MDM_ENROLLMENT_MAIL_WORKERS", "0"),
                List.of("-Xmx384m", "-Xlog:gc:file=" + log));
        return new Heap(installation, log);
    }

    private record Heap(Installation installation, Path log) implements Subject {

        @Override
        public Figures round() throws Exception {
            var tenant = installation.tenant();
            var bulk = Client.bulk(tenant, SIZE);
            var file = Client.file(tenant, SIZE);
            var client = installation.client();
            return new Figures()
                    .with("heap", extra(() -> client.post(tenant, bulk)))
                    .with("heap of a file", extra(() -> client.postFile(tenant, file)))
                    .with("failures", failures());
        }

        private double extra(Stopwatch.Work work) throws Exception {
            long before = live();
            long most = before;
            var request = Background.run(work);
            while (!request.isDone()) {
                most = Math.max(most, live());
            }
            request.join();
            return most - before;
        }

        /** Megabytes that a full collection leaves. */
        private long live() throws IOException, InterruptedException {
            installation.diagnose("GC.run");
            try (var lines = Files.lines(log)) {
                return lines.map(LIVE::matcher)
                        .filter(Matcher::find)
                        .mapToLong(full -> Long.parseLong(full.group(1)))
                        .reduce(0, (earlier, last) -> last);
            }
        }

        private int failures() {
            var failures = new AtomicInteger();
            Stream.generate(() -> Background.run(() -> {
                        var tenant = installation.tenant();
                        int status = installation.client().status(tenant, Client.bulk(tenant, SIZE));
                        if (status != 200 && status != 503) {
                            failures.incrementAndGet();
                        }
                    }))
                    .limit(AT_ONCE)
                    .toList()
                    .forEach(CompletableFuture::join);
            return failures.get() + (installation.client().isReady() ? 0 : 1);
        }

        @Override
        public void close() {
            installation.close();
        }
    }
}
