package io.mdm.enrollment.domain.delivery;

import java.time.Instant;

/**
 * An invitation that has still to be sent.
 *
 * @param index the recipient's position in the request
 * @param attempts how often a relay deferred it
 * @param promisedAt from which on the time for retries counts
 */
public record PromisedInvitation(int index, int attempts, Instant promisedAt) {}
