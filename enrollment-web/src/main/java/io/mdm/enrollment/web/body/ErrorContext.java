package io.mdm.enrollment.web.body;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Context of an error: what programs need to write a message of their own. */
public final class ErrorContext {
    /** Name of the bound that a value exceeds. */
    static final String LIMIT = "limit";
    /** Name of the list of accepted constants. */
    static final String VALIDS = "valids";

    /** Name of the line at which an error stands, from 1. */
    private static final String LINE = "line";

    static final Map<String, Object> NONE = Map.of();

    private ErrorContext() {}

    public static Map<String, Object> limit(long limit) {
        return Map.of(LIMIT, limit);
    }

    /** @param limit in the form of RFC 3339 in answers */
    public static Map<String, Object> limit(Instant limit) {
        return Map.of(LIMIT, limit.toString());
    }

    static Map<String, Object> atLine(int line, Map<String, Object> context) {
        var located = new LinkedHashMap<>(context);
        located.put(LINE, line);
        return Map.copyOf(located);
    }

    static Map<String, Object> valids(Collection<String> valids) {
        return Map.of(VALIDS, List.copyOf(valids));
    }
}
