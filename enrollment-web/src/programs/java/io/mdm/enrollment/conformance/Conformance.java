package io.mdm.enrollment.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;

/** {@code mvn -Pconformance}: the kit against any server. */
public final class Conformance {
    private Conformance() {}

    /** @throws IllegalStateException when a case fails, or when none was run */
    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, UTF_8);
        if (System.getProperty("base", "").isBlank()) {
            Transcript.printUsage(out);
            throw new IllegalStateException("nothing to test: -Dbase=https://host/context is missing");
        }
        var specification = Specification.ofContract();
        var target = Target.ofProperties();
        var kit = new Kit(specification.failures(), target, Specification.answersOf(System.getProperty("server", "")));
        var transcript = new Transcript(out, target.base());
        specification.cases().forEach(each -> transcript.note(each, kit.run(each)));
        if (!transcript.finish()) {
            throw new IllegalStateException("the server does not conform");
        }
    }
}
