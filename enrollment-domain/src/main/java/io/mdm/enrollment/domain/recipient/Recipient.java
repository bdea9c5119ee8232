package io.mdm.enrollment.domain.recipient;

import io.mdm.enrollment.api.spi.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * Invited person's address, validated and normalized once.
 *
 * @param email as given, trimmed
 * @param address as the wire wants it: the local part as given, the domain in lower-case A-labels (RFC 5890)
 * @param key the same for two addresses exactly when they count as one recipient
 */
public record Recipient(String email, String address, String key) {
    private static final int MAX_OCTETS = 254;
    private static final int MAX_LOCAL_OCTETS = 64;

    /**
     * The recipient with this address: one addr-spec (RFC 5322, section 3.4.1) without quotes, comments or IP literal,
     * of at most 254 octets (RFC 5321, section 4.5.3.1), its domain of two labels or more. Empty for anything else.
     *
     * @param given is trimmed first
     */
    public static Optional<Recipient> of(String given, LocalPart localPart) {
        String email = given.strip();
        int at = email.indexOf('@');
        if (at <= 0 || email.length() > MAX_OCTETS) {
            return Optional.empty();
        }
        String local = email.substring(0, at);
        if (octets(local) > MAX_LOCAL_OCTETS || !localPart.accepts(local)) {
            return Optional.empty();
        }
        return DomainName.toALabels(email.substring(at + 1)).flatMap(domain -> of(email, local, domain));
    }

    /**
     * The recipient with an address that was admitted before. It is not judged again: whatever is admitted now, it is
     * as good as it was.
     */
    public static Recipient ofAdmitted(String email) {
        return of(email, LocalPart.UTF8).orElseThrow();
    }

    private static Optional<Recipient> of(String email, String local, String domain) {
        if (octets(local) + 1 + domain.length() > MAX_OCTETS) {
            return Optional.empty();
        }
        String address = sameOr(email, local + '@' + domain);
        return Optional.of(new Recipient(email, address, sameOr(address, folded(local) + '@' + domain)));
    }

    /** Whether a relay must support SMTPUTF8 (RFC 6531) to take mail to this address: its local part is not ASCII. */
    public boolean needsSmtpUtf8() {
        return address.chars().anyMatch(character -> character >= 0x80);
    }

    /**
     * Hash of the key, for use where only a number can stand: the first 8 bytes of its SHA-256 (FIPS 180-4) in UTF-8,
     * big-endian. Two recipients with the same one are most likely, but not surely, the same.
     */
    public long hash() {
        return ByteBuffer.wrap(Sha256.hash(key.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    /** The {@link #hash} of an address, also of one that cannot be mailed. */
    public static long hashOf(String given) {
        String email = given.strip();
        return of(email, LocalPart.UTF8)
                .orElseGet(() -> new Recipient(email, email, folded(email)))
                .hash();
    }

    private static String folded(String local) {
        return Normalizer.normalize(local, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** Most addresses need no change: keeping one string instead of three matters for 100 000 of them. */
    private static String sameOr(String known, String made) {
        return made.equals(known) ? known : made;
    }

    private static int octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Says nothing about the person. */
    @Override
    public String toString() {
        return "Recipient";
    }
}
