package io.mdm.enrollment.domain.credential;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.SecureRandom;

/**
 * Source of the tokens' salts. Random bytes are drawn in chunks, because a draw costs a system call and a batch needs
 * many.
 */
@ApplicationScoped
public class SaltSource {
    /** Length of a salt. */
    public static final int BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final ByteBuffer chunk = ByteBuffer.allocate(256 * BYTES);

    public SaltSource() {
        chunk.position(chunk.limit());
    }

    /** 128 fresh random bits. */
    public synchronized byte[] next() {
        if (!chunk.hasRemaining()) {
            random.nextBytes(chunk.array());
            chunk.rewind();
        }
        var salt = new byte[BYTES];
        chunk.get(salt);
        return salt;
    }
}
