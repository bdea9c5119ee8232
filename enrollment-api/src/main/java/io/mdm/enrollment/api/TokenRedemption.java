package io.mdm.enrollment.api;

import io.mdm.enrollment.api.token.IssuedToken;
import io.mdm.enrollment.api.token.Proof;
import io.mdm.enrollment.api.token.TokenNotUsable;
import java.util.Optional;

/**
 * What the enrollment service of the MDM server asks when a device presents a proof.
 *
 * <p>Wrong codes are counted. Inside a transaction of the caller's the count is part of it: roll it back, and nothing was
 * counted.
 */
public interface TokenRedemption {

    /**
     * Tells which token of any organization the proof opens, without using it.
     *
     * @throws TokenNotUsable with the reason, when it opens none
     */
    IssuedToken verify(Proof proof);

    /**
     * Tells which token the proof opens, without using it.
     *
     * @param organizationId 24 lower-case hexadecimal digits; the tokens of all others are unknown. Empty for all
     * @throws TokenNotUsable with the reason, when it opens none
     */
    IssuedToken verify(Proof proof, Optional<String> organizationId);

    /**
     * The same for its holder's eyes: tells which token the proof opens, with the token's link and code, without using it.
     *
     * @throws TokenNotUsable with the reason, when it opens none
     */
    IssuedToken open(Proof proof);

    /**
     * Uses a token of any organization for a device; see {@link #redeem(Proof, Optional, String)}.
     *
     * @throws TokenNotUsable with the reason, when the proof opens none
     * @throws IllegalArgumentException when the device id is not 24 hexadecimal digits
     */
    IssuedToken redeem(Proof proof, String winDeviceId);

    /**
     * Uses the token for a device, once. Of several calls at the same time with different devices exactly one succeeds; a
     * repeated call with the same device succeeds again.
     *
     * @param organizationId 24 lower-case hexadecimal digits; the tokens of all others are unknown. Empty for all
     * @param winDeviceId the enrolled device, 24 hexadecimal digits
     * @throws TokenNotUsable with the reason, when the proof opens none
     * @throws IllegalArgumentException when the device id is not 24 hexadecimal digits
     */
    IssuedToken redeem(Proof proof, Optional<String> organizationId, String winDeviceId);
}
