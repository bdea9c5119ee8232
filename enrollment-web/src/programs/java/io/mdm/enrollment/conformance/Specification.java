package io.mdm.enrollment.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The contract in cases.
 *
 * @param failures the one form of each failure
 */
record Specification(FailureTable failures, List<ConformanceCase> cases) {
    private static final List<String> FILES = List.of(
            "fields",
            "body",
            "transport",
            "order",
            "organization",
            "recipients",
            "before",
            "idempotency",
            "bulks",
            "report",
            "resend",
            "changes",
            "redeem",
            "erase",
            "tokens",
            "audit",
            "webhooks",
            "routes");

    /** Read from the class path. */
    static Specification ofContract() {
        return new Specification(
                FailureTable.of(read("answers")),
                FILES.stream()
                        .flatMap(file -> SpecificationReader.cases(file, read(file)).stream())
                        .flatMap(each -> Stream.concat(each.asCheck().stream(), Stream.of(each)))
                        .toList());
    }

    /** The cases for receivers of webhooks, which are no part of the contract. */
    static List<ConformanceCase> ofReceiver() {
        return SpecificationReader.cases("receiver", read("receiver"));
    }

    /** What a server answers itself. */
    static ServerAnswers answersOf(String server) {
        return ServerAnswers.of(server, read("servers"));
    }

    private static String read(String file) {
        try (var text = Specification.class.getResourceAsStream("/conformance/" + file + ".md")) {
            return new String(Objects.requireNonNull(text, file).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
