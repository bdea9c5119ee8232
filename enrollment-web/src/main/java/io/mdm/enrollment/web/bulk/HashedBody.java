package io.mdm.enrollment.web.bulk;

import io.mdm.enrollment.api.spi.Sha256;
import java.io.InputStream;
import java.security.DigestInputStream;

/** Body that is hashed while it is read, so that it need not be kept. */
final class HashedBody extends DigestInputStream {

    HashedBody(InputStream body) {
        super(body, Sha256.digest());
    }

    /** SHA-256 of the bytes read so far. */
    byte[] hash() {
        return digest.digest();
    }
}
