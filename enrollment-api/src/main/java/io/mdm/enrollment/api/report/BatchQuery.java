package io.mdm.enrollment.api.report;

import io.mdm.enrollment.api.token.TokenQuery.Direction;
import java.util.Optional;

/**
 * Query for one page of an organization's bulks.
 *
 * @param page from 1
 * @param limit batches per page, 1 to 100
 * @param state only batches in this state
 * @param search only batches whose display name, or one of whose tags, contains this, in any case; at most 128 UTF-16
 *     units
 */
public record BatchQuery(
        String organizationId,
        int page,
        int limit,
        Sort sort,
        Direction direction,
        Optional<State> state,
        Optional<String> search) {

    /** Sort key of a list; equal batches keep the order in which they were accepted. */
    public enum Sort {
        CREATED_AT,
        EXPIRE_AT,
        TOTAL
    }

    /** Whether something can still become of a batch. */
    public enum State {
        /** At least one token is pending and has not expired. */
        LIVE,
        ENDED
    }
}
