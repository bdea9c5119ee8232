package io.mdm.enrollment.api.token;

import java.util.Optional;
import java.util.Set;

/**
 * Query for one page of an organization's tokens.
 *
 * @param page from 1
 * @param limit tokens per page, 1 to 10 000
 * @param batchId only tokens of this batch
 * @param mdmUserId only tokens of this user
 * @param winPolicyId only tokens whose policy, or one of whose assigned policies, is this one
 * @param states only tokens in one of these states; empty for all but revoked ones
 * @param segmentId only tokens of this segment
 * @param tags only tokens with one of these tags; empty for all
 * @param search only tokens whose address or display name contains this, in any case; at most 128 UTF-16 units
 */
public record TokenQuery(
        String organizationId,
        int page,
        int limit,
        Sort sort,
        Direction direction,
        Optional<String> batchId,
        Optional<String> mdmUserId,
        Optional<String> winPolicyId,
        Set<IssuedToken.State> states,
        Optional<Long> segmentId,
        Set<String> tags,
        Optional<String> search,
        LinkVisibility links) {

    /** Sort key of a list; equal tokens keep the order in which they were issued. */
    public enum Sort {
        CREATED_AT,
        UPDATED_AT,
        EXPIRE_AT,
        DISPLAY_NAME,
        STATE,
        EMAIL
    }

    /** Sort direction. */
    public enum Direction {
        ASC,
        DESC
    }
}
