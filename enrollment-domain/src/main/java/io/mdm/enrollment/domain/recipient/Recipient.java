package io.mdm.enrollment.domain.recipient;

import io.mdm.enrollment.api.CheckedBatch.AddressFault;
import io.mdm.enrollment.api.spi.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Invited person's address, validated and normalized once.
 *
 * @param address the one form in which it is stored, shown and mailed: the local part as given, the domain in
 *     lower-case A-labels (RFC 5890)
 * @param key the same for two addresses exactly when they count as one recipient
 */
public record Recipient(String address, String key) {
    private static final int MAX_OCTETS = 254;
    private static final int MAX_LOCAL_OCTETS = 64;

    /**
     * The recipient with this address: one addr-spec (RFC 5322, section 3.4.1) without quotes, comments or IP literal,
     * of at most 254 octets (RFC 5321, section 4.5.3.1), its domain of two labels or more. Empty for anything else.
     *
     * @param given is {@link #trimmed} first
     */
    public static Optional<Recipient> of(String given, LocalPart localPart) {
        String email = trimmed(given);
        int at = email.indexOf('@');
        if (faultBeforeDomain(email, at, localPart) != null) {
            return Optional.empty();
        }
        String local = email.substring(0, at);
        return DomainName.toALabels(email.substring(at + 1))
                .filter(domain -> octets(local) + 1 + domain.length() <= MAX_OCTETS)
                .map(domain -> ofAdmitted(sameOr(email, local + '@' + domain)));
    }

    /** What is wrong with an address; empty if nothing is, and it is {@linkplain #of a recipient's}. */
    public static Optional<AddressFault> faultOf(String given, LocalPart localPart) {
        String email = trimmed(given);
        int at = email.indexOf('@');
        var fault = faultBeforeDomain(email, at, localPart);
        if (fault != null) {
            return Optional.of(fault);
        }
        var domain = DomainName.toALabels(email.substring(at + 1));
        if (domain.isEmpty()) {
            return Optional.of(AddressFault.DOMAIN);
        }
        boolean isTooLong = octets(email.substring(0, at)) + 1 + domain.get().length() > MAX_OCTETS;
        return isTooLong ? Optional.of(AddressFault.TOO_LONG) : Optional.empty();
    }

    private static @Nullable AddressFault faultBeforeDomain(String email, int at, LocalPart localPart) {
        if (email.isEmpty()) {
            return AddressFault.EMPTY;
        } else if (email.length() > MAX_OCTETS) {
            return AddressFault.TOO_LONG;
        } else if (Invisible.standIn(email)) {
            return AddressFault.HIDDEN_CHARACTER;
        } else if (at <= 0) {
            return AddressFault.NO_AT_SIGN;
        }
        String local = email.substring(0, at);
        if (octets(local) > MAX_LOCAL_OCTETS) {
            return AddressFault.TOO_LONG;
        }
        return localPart.accepts(local) ? null : AddressFault.LOCAL_PART;
    }

    /**
     * The recipient with an {@link #address} that was admitted before. It is not judged again: whatever is admitted
     * now, it is as good as it was.
     */
    public static Recipient ofAdmitted(String address) {
        int at = address.indexOf('@');
        return new Recipient(address, sameOr(address, folded(address.substring(0, at)) + address.substring(at)));
    }

    /** The text without separators, controls, format and other ignorable characters of Unicode at its ends. */
    public static String trimmed(String given) {
        return Invisible.trimmed(given);
    }

    /** The key, and the same with its domain in U-labels (RFC 5890) where it has any, as others may write it. */
    public Set<String> spellings() {
        int domain = key.indexOf('@') + 1;
        var spellings = new LinkedHashSet<String>();
        spellings.add(key);
        spellings.add(key.substring(0, domain) + DomainName.toULabels(key.substring(domain)));
        return spellings;
    }

    /** Texts that an {@link #address} contains if, as others may write it, it contains the given one. */
    public static Set<String> fragments(String given) {
        String text = trimmed(given);
        int domain = text.lastIndexOf('@') + 1;
        var fragments = new LinkedHashSet<String>();
        fragments.add(text);
        DomainName.internationalized(text.substring(domain))
                .filter(aLabels -> aLabels.contains("xn--"))
                .ifPresent(aLabels -> fragments.add(text.substring(0, domain) + aLabels));
        return fragments;
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

    /**
     * The {@link #hash} of an address, also of one that cannot be mailed. Characters that nobody sees do not count, or
     * an address that was rejected because of them could not be found.
     */
    public static long hashOf(String given) {
        String visible = Invisible.removed(given);
        return of(visible, LocalPart.UTF8)
                .orElseGet(() -> new Recipient(visible, folded(visible)))
                .hash();
    }

    private static String folded(String local) {
        return Normalizer.normalize(local, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** Most addresses need no change: keeping one string instead of two matters for 100 000 of them. */
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
