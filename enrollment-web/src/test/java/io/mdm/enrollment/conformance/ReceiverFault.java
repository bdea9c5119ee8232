package io.mdm.enrollment.conformance;

import java.util.Set;
import java.util.function.Predicate;

/** What receivers do wrong, each with the cases that notice it. */
enum ReceiverFault {
    ACCEPTS_EVERYTHING(each -> !isAccepted(each)),
    REFUSES_EVERYTHING(ReceiverFault::isAccepted),
    REDIRECTS(each -> true),
    FAILS(each -> !answer(each).equals("4xx or 5xx")),
    SAYS_GONE(each -> !isAccepted(each)),
    IGNORES_TIMESTAMPS(rows("Timestamps", "webhook-timestamp", "{{now-360}}", "{{now+360}}", "{{now}}000")),
    IGNORES_OLD_TIMESTAMPS(rows("Timestamps", "webhook-timestamp", "{{now-360}}")),
    FAILS_ON_OTHER_TIMESTAMPS(rows("Timestamps", "webhook-timestamp", "soon")),
    IGNORES_MISSING_HEADERS(each -> each.section().equals("Missing headers")),
    IGNORES_VERSIONS(rows("Signatures", "webhook-signature", "v2,{{mac}}")),
    READS_THE_FIRST_SIGNATURE(
            rows("Signatures", "webhook-signature", "{{signature.secret}} {{signature}}", "v2,{{mac}} {{signature}}")),
    READS_ONE_SIGNATURE(each -> each.section().equals("Signatures") && isAccepted(each)),
    VERIFIES_WHAT_IT_WROTE(rows(
                    "Batches and bytes",
                    "body",
                    " [ {{event}} ] ",
                    "[{\"specversion\":\"1.0\",\"id\":\"{{unique}}\",\"source\":\"https:\\/\\/mdm.example\",\"type\":\"mdm.windows.bulk.created\"}]")
            .or(rows("Altered bodies", "body", " [{{event}}]", "[{{event}}] "))),
    LIMITS_BODIES(rows("Batches and bytes", "body", "[{{events}}]")),
    REFUSES_UNKNOWN_TYPES(rows("Additions", "type", "mdm.windows.bulk.archived")),
    REFUSES_UNKNOWN_ATTRIBUTES(each -> !each.row().getOrDefault("attribute", "").isEmpty()),
    REFUSES_UNKNOWN_MEMBERS(each -> !each.row().getOrDefault("member", "").isEmpty()),
    TAKES_WHAT_IT_CANNOT_READ(each -> each.section().equals("No batch")),
    REFUSES_REPEATED_REQUESTS(rows("Repetition", "webhook-id", "{{id}}")),
    REFUSES_REPEATED_EVENTS(each -> each.section().equals("Repetition"));

    @SuppressWarnings("ImmutableEnumChecker") // none of these predicates has a state
    private final Predicate<ConformanceCase> fails;

    ReceiverFault(Predicate<ConformanceCase> fails) {
        this.fails = fails;
    }

    boolean fails(ConformanceCase each) {
        return fails.test(each);
    }

    private static boolean isAccepted(ConformanceCase each) {
        return answer(each).equals("2xx");
    }

    private static String answer(ConformanceCase each) {
        return each.answerTo(each.steps().get(0));
    }

    private static Predicate<ConformanceCase> rows(String section, String column, String... cells) {
        return each -> each.section().equals(section)
                && Set.of(cells).contains(each.row().getOrDefault(column, ""));
    }
}
