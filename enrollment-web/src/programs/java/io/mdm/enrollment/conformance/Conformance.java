package io.mdm.enrollment.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mdm.enrollment.receiver.SigningSecret;
import java.io.PrintStream;
import java.net.URI;

/** {@code mvn -Pconformance}: the kit against any server, or against any receiver of webhooks. */
public final class Conformance {
    private Conformance() {}

    /** @throws IllegalStateException when a case fails, or when none was run */
    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, UTF_8);
        var receiver = System.getProperty("receiver", "");
        if (!receiver.isBlank()) {
            testReceiver(URI.create(receiver), out);
        } else {
            testServer(out);
        }
    }

    private static void testServer(PrintStream out) {
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

    private static void testReceiver(URI receiver, PrintStream out) {
        var secret = System.getProperty("secret", "");
        if (secret.isBlank()) {
            Transcript.printUsage(out);
            throw new IllegalStateException("nothing to sign with: -Dsecret=whsec_… is missing");
        }
        var kit = new ReceiverKit(receiver, SigningSecret.of(secret), ReceiverKit.LIMIT);
        var transcript = new Transcript(out, receiver);
        Specification.ofReceiver().forEach(each -> transcript.note(each, kit.run(each)));
        if (!transcript.finish()) {
            throw new IllegalStateException("the receiver does not conform");
        }
    }
}
