package io.mdm.enrollment.domain.delivery;

/**
 * An invitation that has still to be sent.
 *
 * @param index the recipient's position in the request
 * @param attempts how often a relay put it off
 */
public record PromisedInvitation(int index, int attempts) {}
