package io.mdm.enrollment.api.spi;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 (FIPS 180-4), which every Java platform has. */
public final class Sha256 {
    private Sha256() {}

    /** The hash of these bytes: 32 of them. */
    public static byte[] hash(byte[] bytes) {
        return digest().digest(bytes);
    }

    /** A new digest, for bytes that come one after the other. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
