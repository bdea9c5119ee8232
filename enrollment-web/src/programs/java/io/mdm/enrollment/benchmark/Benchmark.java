package io.mdm.enrollment.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mdm.enrollment.chaos.RunLog;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code mvn -Pbenchmark verify}: measures the speed of the packaged WAR, and writes the table in
 * {@code docs/performance.md}.
 *
 * <p>Every figure is a ratio within one run. {@code -Donly=T1,T6} chooses targets, {@code -Drounds=} the number of
 * rounds. With {@code -Dbefore=} and another WAR, both are measured in turns and compared in
 * {@code target/benchmark/before-after.md}; the table remains as it is.
 */
public final class Benchmark {
    private static final RunLog LOG = RunLog.on(new PrintStream(System.out, true, UTF_8));

    private final Options options;
    private final Map<String, List<Result>> results = new LinkedHashMap<>();

    private Benchmark(Options options) {
        this.options = options;
    }

    public static void main(String[] arguments) throws Exception {
        // less than the 30 s of servers, or both ends close and use a connection at the same moment
        System.setProperty("jdk.httpclient.keepalive.timeout", "10");
        Files.createDirectories(Options.target());
        var options = Options.given();
        var builds = options.builds();
        var build = builds.get(builds.size() - 1);
        if (Boolean.getBoolean("profile")) {
            LOG.tell("%s", ProfileRun.write(build));
            return;
        }
        if (Boolean.getBoolean("nodes")) {
            LOG.tell("%s", NodesRun.write(build));
            return;
        }
        if (Boolean.getBoolean("webhooks")) {
            LOG.tell("%s", WebhookRun.write(build, LOG));
            return;
        }
        if (Boolean.getBoolean("growth")) {
            LOG.tell("%s", builds.size() > 1 ? InsertComparison.write(builds, LOG) : GrowthRun.write(build, LOG));
            return;
        }
        var benchmark = new Benchmark(options);
        for (var family : families()) {
            benchmark.measure(family);
        }
        if (benchmark.results.isEmpty()) {
            throw new IllegalArgumentException("no such target: " + options.only());
        }
    }

    private static List<Family> families() {
        var families = new ArrayList<>(DeliveryTarget.all());
        families.addAll(List.of(
                new BulkTargets(),
                new SingleTarget(),
                new HeapTargets(),
                new PlainJpaTargets(),
                new OutboxTargets(),
                new WalTargets(),
                new PageTargets(),
                new OverloadTargets(),
                new LimitedRelayTargets()));
        return families;
    }

    private void measure(Family family) throws Exception {
        var wanted = family.targets().stream()
                .filter(target -> options.wants(target.id()))
                .toList();
        if (wanted.isEmpty()) {
            return;
        }
        wanted.forEach(target -> LOG.tell("%s: %s", target.id(), target.what()));
        var subjects = new LinkedHashMap<String, Subject>();
        try {
            for (var build : options.builds()) {
                subjects.put(build.name(), family.start(build, ids(wanted)));
            }
            new Interleaved(family.warmUp(), options.rounds(), LOG)
                    .measure(subjects)
                    .forEach((build, rounds) -> add(build, wanted, rounds));
        } finally {
            for (var subject : subjects.values()) {
                subject.close();
            }
        }
        write(); // a later failure leaves what was measured
    }

    private void add(String build, List<Target> targets, List<Figures> rounds) {
        for (var target : targets) {
            var result = Result.of(target, rounds);
            LOG.tell("%s %s, %s: %s %s", target.id(), target.what(), build, result.seen(), result.absolute());
            results.computeIfAbsent(build, name -> new ArrayList<>()).add(result);
        }
    }

    private void write() throws IOException {
        if (results.size() > 1) {
            var comparison = Comparison.of(results);
            Files.writeString(Options.target().resolve("before-after.md"), comparison);
            LOG.tell("%n%s", comparison);
            return;
        }
        var document = Options.docs().resolve("performance.md");
        var text = Files.readString(document);
        var table = ResultTable.in(text).with(results.getOrDefault("now", List.of()), Machine.commit());
        Files.writeString(document, table.writtenInto(text, Machine.described()));
        Files.writeString(
                Options.docs().resolve("images/benchmark.svg"), table.chart().svg());
    }

    private static Set<String> ids(List<Target> targets) {
        return targets.stream().map(Target::id).collect(Collectors.toSet());
    }
}
