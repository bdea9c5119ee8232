package io.mdm.enrollment.domain.delivery;

import java.time.Instant;

/**
 * An invitation that has still to be sent.
 *
 * @param index the recipient's position in the request
 * @param attempts how often sending it was tried
 * @param unconfirmed how often it may have been sent without anybody knowing: the connection or the node was lost
 * @param promisedAt from which on the time for retries counts
 */
public record PromisedInvitation(int index, int attempts, int unconfirmed, Instant promisedAt) {}
