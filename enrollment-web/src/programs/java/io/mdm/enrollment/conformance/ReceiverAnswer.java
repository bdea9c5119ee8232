package io.mdm.enrollment.conformance;

import io.mdm.enrollment.support.Reply;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Answer expected of a receiver: {@code 2xx}, {@code 4xx}, or {@code 4xx or 5xx}. */
record ReceiverAnswer(String expected) {
    private static final Map<String, Set<Integer>> CLASSES =
            Map.of("2xx", Set.of(2), "4xx", Set.of(4), "4xx or 5xx", Set.of(4, 5));

    /** That an endpoint is gone for good. */
    private static final int GONE = 410;

    ReceiverAnswer {
        if (!CLASSES.containsKey(expected)) {
            throw new IllegalArgumentException("\"" + expected + "\" is not an answer of a receiver");
        }
    }

    /** Everything that is wrong with an answer. */
    List<String> violations(Reply reply) {
        int status = reply.status();
        if (status == GONE) {
            return List.of("410 pauses the endpoint at once");
        }
        if (Objects.requireNonNull(CLASSES.get(expected)).contains(status / 100)) {
            return List.of();
        }
        var redirect = status / 100 == 3 ? ", and no redirect is followed" : "";
        return List.of("the status should be " + expected + " and is " + status + redirect);
    }
}
