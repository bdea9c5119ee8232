package io.mdm.enrollment.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;

/** {@code mvn -Pconformance}: the kit against any server. Ends with an exit code other than 0 when a case fails. */
public final class Conformance {
    private Conformance() {}

    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, UTF_8);
        var specification = Specification.ofContract();
        Target target;
        try {
            target = Target.ofProperties();
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            Transcript.printUsage(out);
            System.exit(2);
            return;
        }
        var kit = new Kit(specification.failures(), target);
        var transcript = new Transcript(out, target.base());
        specification.cases().forEach(each -> transcript.note(each, kit.run(each)));
        System.exit(transcript.finish() ? 0 : 1);
    }
}
