package io.mdm.enrollment.web.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mdm.enrollment.api.spi.Sha256;
import java.io.InputStream;
import java.security.DigestInputStream;

/** Body that is hashed while it is read, so that it need not be kept. */
final class HashedBody extends DigestInputStream {

    /** @param before what is hashed before the body, with the line feed that ends it */
    HashedBody(String before, InputStream body) {
        super(body, Sha256.digest());
        digest.update((before + "\n").getBytes(UTF_8));
    }

    /** From now on only parts are hashed: what is between them differs in every request. */
    void hashPartsOnly() {
        on(false);
    }

    /** Content of a part, hashed while it is read, with its name before it. */
    InputStream part(String name, InputStream content) {
        digest.update((name + "\n").getBytes(UTF_8));
        return new DigestInputStream(content, digest);
    }

    /** SHA-256 of the bytes read so far; may be asked for once. */
    byte[] hash() {
        return digest.digest();
    }
}
