package io.mdm.enrollment.domain.credential;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Short code that a person can type; it opens an enrollment token together with the invited address.
 *
 * <p>Ten of 31 characters, none of which is mistaken for another (there is no 0, 1, I, L or O), make about 50 bits: too
 * few to be a secret on its own, enough where the tries are counted.
 */
public final class EnrollCode {
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int CHARACTERS = 10;
    private static final int GROUP = CHARACTERS / 2;
    private static final BigInteger CODES =
            BigInteger.valueOf(ALPHABET.length()).pow(CHARACTERS);

    private final String characters;

    private EnrollCode(String characters) {
        this.characters = characters;
    }

    /** The code of a MAC, read as an unsigned big-endian number: its last ten digits to the base of 31. */
    static EnrollCode of(byte[] mac) {
        long rest = new BigInteger(1, mac).mod(CODES).longValueExact();
        var characters = new char[CHARACTERS];
        for (int i = CHARACTERS - 1; i >= 0; i--) {
            characters[i] = ALPHABET.charAt((int) (rest % ALPHABET.length()));
            rest /= ALPHABET.length();
        }
        return new EnrollCode(new String(characters));
    }

    /**
     * The code that was typed, in any case; empty when it cannot be one. Compatible characters count as the same (NFKC,
     * Unicode Standard Annex 15), and all but letters and digits are ignored: phones and word processors replace and
     * add them.
     */
    public static Optional<EnrollCode> parse(String typed) {
        var characters = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .limit(CHARACTERS + 1L)
                .map(EnrollCode::upperCase)
                .toArray();
        return characters.length == CHARACTERS && IntStream.of(characters).allMatch(c -> ALPHABET.indexOf(c) >= 0)
                ? Optional.of(new EnrollCode(new String(characters, 0, CHARACTERS)))
                : Optional.empty();
    }

    /** The code as it is shown, {@code K7QFA-2M9XR}: a secret, for the recipient's eyes only. */
    public String value() {
        return characters.substring(0, GROUP) + '-' + characters.substring(GROUP);
    }

    /** Takes the same time however close a guess comes. */
    @Override
    public boolean equals(Object other) {
        return other instanceof EnrollCode code
                && MessageDigest.isEqual(characters.getBytes(US_ASCII), code.characters.getBytes(US_ASCII));
    }

    @Override
    public int hashCode() {
        return characters.hashCode();
    }

    /** Says nothing of the code. */
    @Override
    public String toString() {
        return "EnrollCode";
    }

    /** Only of ASCII: elsewhere there are letters whose upper case is one of the alphabet. */
    private static int upperCase(int codePoint) {
        return codePoint >= 'a' && codePoint <= 'z' ? codePoint - 'a' + 'A' : codePoint;
    }
}
