package io.mdm.enrollment.domain.credential;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.Optional;

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

    /** The code that was typed, in any case, hyphens and spaces ignored; empty when it cannot be one. */
    public static Optional<EnrollCode> parse(String typed) {
        var characters = new StringBuilder(CHARACTERS);
        for (int i = 0; i < typed.length(); i++) {
            char character = upperCase(typed.charAt(i));
            if (character == '-' || Character.isSpaceChar(character)) {
                continue;
            }
            if (characters.length() == CHARACTERS || ALPHABET.indexOf(character) < 0) {
                return Optional.empty();
            }
            characters.append(character);
        }
        return characters.length() == CHARACTERS
                ? Optional.of(new EnrollCode(characters.toString()))
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
    private static char upperCase(char character) {
        return character >= 'a' && character <= 'z' ? (char) (character - 'a' + 'A') : character;
    }
}
