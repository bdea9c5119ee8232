package io.mdm.enrollment.domain.token;

/**
 * Live token of a recipient who is to be invited again.
 *
 * @param batchIndex position of the recipient in the request that created it
 * @param email the invited {@link io.mdm.enrollment.domain.recipient.Recipient#address}
 */
public record HeldToken(String id, String batchId, int batchIndex, String email) {}
