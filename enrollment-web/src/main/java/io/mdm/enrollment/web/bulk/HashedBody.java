package io.mdm.enrollment.web.bulk;

import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Body that is hashed while it is read, so that it need not be kept. */
final class HashedBody extends DigestInputStream {

    HashedBody(InputStream body) {
        super(body, sha256());
    }

    /** SHA-256 of the bytes read so far. */
    byte[] hash() {
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
