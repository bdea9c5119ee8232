package io.mdm.enrollment.domain.credential;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Bearer string that opens one enrollment token.
 *
 * <p>It is the prefix {@value #PREFIX}, which secret scanners look for, 41 base62 characters for token id (12 bytes),
 * generation (2 bytes, unsigned) and MAC (16 bytes), and 6 base62 characters for the CRC-32 of all characters before:
 * {@value #LENGTH} characters, safe in a URL. The checksum keeps typos and blind guesses away from the database; only
 * the MAC, which {@link CredentialFactory} judges, proves anything.
 */
public final class TokenCredential {
    /** Prefix of every credential. */
    public static final String PREFIX = "mdmenr_";
    /** Length of a credential, in characters. */
    public static final int LENGTH = 54;
    /** The largest generation. */
    public static final int LAST_GENERATION = 0xffff;

    static final int MAC_BYTES = 16;
    private static final int ID_BYTES = 12;
    private static final int PAYLOAD_BYTES = ID_BYTES + Short.BYTES + MAC_BYTES;
    private static final int CHECKSUM_WIDTH = 6;
    private static final int PAYLOAD_WIDTH = LENGTH - PREFIX.length() - CHECKSUM_WIDTH;

    private final byte[] payload;
    private final String value;

    private TokenCredential(byte[] payload, String value) {
        this.payload = payload;
        this.value = value;
    }

    static TokenCredential of(byte[] tokenId, int generation, byte[] mac) {
        var payload = ByteBuffer.allocate(PAYLOAD_BYTES)
                .put(tokenId)
                .putShort((short) generation)
                .put(mac)
                .array();
        var text = PREFIX + Base62.encode(payload, PAYLOAD_WIDTH);
        return new TokenCredential(payload, text + checksum(text));
    }

    /**
     * The credential with exactly this text; empty when it is mistyped or was never one. Says nothing about its MAC.
     */
    public static Optional<TokenCredential> parse(String text) {
        if (text.length() != LENGTH || !text.startsWith(PREFIX)) {
            return Optional.empty();
        }
        int end = LENGTH - CHECKSUM_WIDTH;
        if (!checksum(text.substring(0, end)).equals(text.substring(end))) {
            return Optional.empty();
        }
        return Base62.decode(text.substring(PREFIX.length(), end), PAYLOAD_BYTES)
                .map(payload -> new TokenCredential(payload, text));
    }

    /** Of the token it claims to open: 24 lower-case hexadecimal digits. */
    public String tokenId() {
        return HexFormat.of().formatHex(payload, 0, ID_BYTES);
    }

    /** How often the token's link was replaced before, from 0 to {@value #LAST_GENERATION}. */
    public int generation() {
        return Short.toUnsignedInt(ByteBuffer.wrap(payload).getShort(ID_BYTES));
    }

    /** The text itself: a secret, for the recipient's eyes only. */
    public String value() {
        return value;
    }

    byte[] tokenIdBytes() {
        return Arrays.copyOf(payload, ID_BYTES);
    }

    byte[] mac() {
        return Arrays.copyOfRange(payload, PAYLOAD_BYTES - MAC_BYTES, PAYLOAD_BYTES);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TokenCredential credential && MessageDigest.isEqual(payload, credential.payload);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(payload);
    }

    /** Says which token, never the text. */
    @Override
    public String toString() {
        return "TokenCredential[" + tokenId() + "]";
    }

    private static String checksum(String text) {
        var crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return Base62.encode(
                ByteBuffer.allocate(Integer.BYTES).putInt((int) crc.getValue()).array(), CHECKSUM_WIDTH);
    }
}
