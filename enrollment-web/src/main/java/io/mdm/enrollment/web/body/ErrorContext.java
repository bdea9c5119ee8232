package io.mdm.enrollment.web.body;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Context of an error: what programs need to write a message of their own. */
public final class ErrorContext {
    /** Name of the bound that a value exceeds. */
    static final String LIMIT = "limit";
    /** Name of the list of accepted constants. */
    static final String VALIDS = "valids";

    static final Map<String, Object> NONE = Map.of();

    private ErrorContext() {}

    public static Map<String, Object> limit(long limit) {
        return Map.of(LIMIT, limit);
    }

    static Map<String, Object> valids(Collection<String> valids) {
        return Map.of(VALIDS, List.copyOf(valids));
    }
}
