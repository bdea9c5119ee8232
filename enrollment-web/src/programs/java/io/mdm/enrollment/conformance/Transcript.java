package io.mdm.enrollment.conformance;

import java.io.PrintStream;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Transcript of a run: a line per section, the failures in full, and at the end the sums. */
final class Transcript {
    private final PrintStream out;
    private final Map<Given, Integer> missed = new EnumMap<>(Given.class);
    private String section = "";
    private int passedHere;
    private int passed;
    private int ofServer;
    private int failed;
    private int notRun;

    Transcript(PrintStream out, URI base) {
        this.out = out;
        out.println("Conformance of " + base);
    }

    static void printUsage(PrintStream out) {
        out.println("mvn -q -Pconformance -Dbase=https://host/context [-Dname=value …], of which the more the better:");
        Stream.of(Given.values()).forEach(given -> out.println("  %-26s%s".formatted(given.key(), given.meaning())));
        out.println("  %-26s%s".formatted("server", "which server it is, if that answers some cases itself"));
        out.println("mvn -q -Pconformance -Dreceiver=https://host/path -Dsecret=whsec_…, for a receiver of webhooks");
    }

    void note(ConformanceCase conformanceCase, Outcome outcome) {
        enter(conformanceCase.file() + " / " + conformanceCase.section());
        if (outcome instanceof Outcome.Failed failure) {
            failed++;
            out.println("FAILED  " + conformanceCase.name());
            out.println(failure.log().indent(8));
        } else if (outcome instanceof Outcome.NotRun skipped) {
            notRun++;
            skipped.needs().forEach(given -> missed.merge(given, 1, Integer::sum));
            String needs = skipped.needs().stream().map(Given::key).collect(Collectors.joining(", "));
            out.println("not run " + conformanceCase.name() + ": needs " + needs);
        } else if (outcome instanceof Outcome.OfServer) {
            ofServer++;
            out.println("server  " + conformanceCase.name());
        } else {
            passedHere++;
            passed++;
        }
    }

    /** Whether nothing failed, and something passed. */
    boolean finish() {
        enter("");
        out.println();
        out.println("%d cases: %d passed, %d answered by the server itself, %d failed, %d not run"
                .formatted(passed + ofServer + failed + notRun, passed, ofServer, failed, notRun));
        missed.forEach(
                (given, cases) -> out.println("  %d need -D%s=… (%s)".formatted(cases, given.key(), given.meaning())));
        return failed == 0 && passed > 0;
    }

    private void enter(String next) {
        if (!next.equals(section)) {
            if (passedHere > 0) {
                out.println("%4d ok %s".formatted(passedHere, section));
            }
            section = next;
            passedHere = 0;
        }
    }
}
