package io.mdm.enrollment.domain.recipient;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Regular expression that finds a person's address in a text, with its domain in A-labels or U-labels. An address that
 * only begins or ends like it is another person's.
 *
 * @param regex for {@link Pattern} and for PostgreSQL alike, to be matched in any case of ASCII
 * @param fragment stands in every match, in any case: lower-case ASCII, the end of the local part with its {@code @}
 */
public record AddressPattern(String regex, String fragment) {
    private static final Pattern FRAGMENT = Pattern.compile("[0-9a-z._+-]*@");
    private static final String NOT_IN_A_LOCAL_PART = "(?<![0-9A-Za-z][._+'-]{0,9})";
    private static final String NOT_IN_A_DOMAIN = "(?![0-9A-Za-z-]|\\.[0-9A-Za-z])";

    public static AddressPattern of(Recipient person) {
        var regex = person.spellings().stream()
                .map(AddressPattern::quoted)
                .collect(Collectors.joining("|", NOT_IN_A_LOCAL_PART + "(?:", ")" + NOT_IN_A_DOMAIN));
        var fragment = FRAGMENT.matcher(person.key());
        return new AddressPattern(regex, fragment.find() ? fragment.group() : "@");
    }

    private static String quoted(String address) {
        return address.codePoints().mapToObj(AddressPattern::quoted).collect(Collectors.joining());
    }

    /** Both cases are written out where not every database knows them. */
    private static String quoted(int codePoint) {
        var character = Character.toString(codePoint);
        if (codePoint >= 0x80) {
            return "(?:" + character + "|" + character.toUpperCase(Locale.ROOT) + ")";
        }
        return Character.isLetterOrDigit(codePoint) ? character : "\\" + character;
    }

    /** Says nothing about the person. */
    @Override
    public String toString() {
        return "AddressPattern";
    }
}
