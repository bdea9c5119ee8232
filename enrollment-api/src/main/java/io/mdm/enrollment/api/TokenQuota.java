package io.mdm.enrollment.api;

import java.util.OptionalInt;

/**
 * Quota of an organization.
 *
 * @param limit maximum of live tokens; empty for no limit
 * @param used live tokens
 */
public record TokenQuota(OptionalInt limit, int used) {

    /** How many more tokens there may be, from 0; empty for no limit. */
    public OptionalInt left() {
        return limit.isEmpty() ? limit : OptionalInt.of(Math.max(0, limit.getAsInt() - used));
    }
}
