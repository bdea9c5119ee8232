package io.mdm.enrollment.domain.credential;

import io.mdm.enrollment.api.spi.ModuleConfiguration.SecretKey;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 (RFC 2104) under one server key, cut to 128 bits. Any number of threads may call. */
final class KeyedMac {
    private static final String ALGORITHM = "HmacSHA256";

    private final Mac keyed;

    private KeyedMac(Mac keyed) {
        this.keyed = keyed;
    }

    static KeyedMac of(SecretKey key) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.bytes(), ALGORITHM));
            return new KeyedMac(mac);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, impossible);
        }
    }

    byte[] of(byte[] label, byte[] tokenId, int generation, byte[] salt) {
        var mac = copy();
        mac.update(label);
        mac.update(tokenId);
        mac.update(ByteBuffer.allocate(Short.BYTES).putShort(0, (short) generation));
        return Arrays.copyOf(mac.doFinal(salt), TokenCredential.MAC_BYTES);
    }

    /** A Mac serves one thread, and a copy is cheaper than a new one. */
    private Mac copy() {
        try {
            return (Mac) keyed.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(ALGORITHM + " of this Java cannot be copied", e);
        }
    }
}
