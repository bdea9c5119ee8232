package io.mdm.enrollment.api;

import io.mdm.enrollment.api.token.IssuedToken;
import io.mdm.enrollment.api.token.Proof;
import io.mdm.enrollment.api.token.TokenNotUsable;
import java.util.Optional;

/**
 * Verification and redemption of tokens, for the enrollment service to which a device presents a proof.
 *
 * <p>Wrong codes are counted. Inside a transaction of the caller the count is part of that transaction and is lost if
 * it rolls back.
 */
public interface TokenRedemption {

    /**
     * Finds the token of any organization that the proof opens, without using it.
     *
     * @throws TokenNotUsable with the reason, when the proof opens no token
     */
    IssuedToken verify(Proof proof);

    /**
     * Finds the token that the proof opens, without using it.
     *
     * @param organizationId organization whose tokens are considered; empty for all organizations
     * @throws TokenNotUsable with the reason, when the proof opens no token
     */
    IssuedToken verify(Proof proof, Optional<String> organizationId);

    /**
     * Finds the token like {@link #verify(Proof)}, with its link and code: for the holder only. Needs no transaction.
     *
     * @throws TokenNotUsable with the reason, when the credential opens no token
     */
    IssuedToken open(Proof.Credential credential);

    /**
     * Finds the token like {@link #verify(Proof)}, with its link and code: for the holder only.
     *
     * @throws TokenNotUsable with the reason, when the code opens no token
     */
    IssuedToken open(Proof.Code code);

    /**
     * Redeems a token of any organization; see {@link #redeem(Proof, Optional, String)}.
     *
     * @throws TokenNotUsable with the reason, when the proof opens no token
     * @throws IllegalArgumentException when the device id is not 24 hexadecimal digits
     */
    IssuedToken redeem(Proof proof, String winDeviceId);

    /**
     * Redeems the token for a device, once. Of concurrent calls with different devices exactly one succeeds; a repeated
     * call with the same device succeeds again.
     *
     * @param organizationId organization whose tokens are considered; empty for all organizations
     * @param winDeviceId enrolled device, 24 hexadecimal digits
     * @throws TokenNotUsable with the reason, when the proof opens no token
     * @throws IllegalArgumentException when the device id is not 24 hexadecimal digits
     */
    IssuedToken redeem(Proof proof, Optional<String> organizationId, String winDeviceId);
}
