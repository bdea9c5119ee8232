package io.mdm.enrollment.domain.token;

/**
 * Seed of a token's credentials, from which they are derived together with its id and generation.
 *
 * @param keyId names the server key
 * @param salt 16 random bytes
 */
@SuppressWarnings("ArrayRecordComponent") // seeds are not compared
public record CredentialSeed(String keyId, byte[] salt) {

    /** Says nothing about the salt. */
    @Override
    public String toString() {
        return "CredentialSeed[" + keyId + "]";
    }
}
