package io.mdm.enrollment.api;

/** What the enrollment service of the MDM server asks when a device presents a credential. */
public interface TokenRedemption {

    /**
     * Tells what the credential opens, without changing anything.
     *
     * @param credential the bearer string from the personal link
     * @throws TokenNotUsable with the reason, when it opens nothing
     */
    UsableToken verify(String credential);

    /**
     * Uses the token for a device, once. Of several calls at the same time with different devices exactly one succeeds; a
     * repeated call with the same device succeeds again.
     *
     * @param credential the bearer string from the personal link
     * @param winDeviceId the enrolled device, 24 hexadecimal digits
     * @throws TokenNotUsable with the reason, when the credential opens nothing
     * @throws IllegalArgumentException when the device id is not 24 hexadecimal digits
     */
    UsableToken redeem(String credential, String winDeviceId);
}
