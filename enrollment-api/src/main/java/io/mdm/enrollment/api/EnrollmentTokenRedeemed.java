package io.mdm.enrollment.api;

import java.time.Instant;

/**
 * CDI event: a device was enrolled with an enrollment token. Fired once per token, inside the transaction that redeems
 * it; carries neither address nor credential.
 *
 * @param winDeviceId 24 hexadecimal digits
 */
public record EnrollmentTokenRedeemed(
        String organizationId, String batchId, String tokenId, String winDeviceId, Instant redeemedAt) {}
