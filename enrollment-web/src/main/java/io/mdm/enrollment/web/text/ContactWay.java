package io.mdm.enrollment.web.text;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Contact: an email address or a phone number.
 *
 * @param value as it is shown
 * @param target of a click; empty when the value is not a plain address or number
 */
public record ContactWay(String value, Optional<String> target) {
    /** A plain address: nothing that would become a header of the mail that a click begins (RFC 6068). */
    private static final Pattern ADDRESS = Pattern.compile("[\\w.+-]{1,64}@[A-Za-z0-9.-]{1,189}");

    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9][0-9 ().\\-/\\u00A0]*");
    private static final Pattern SEPARATORS = Pattern.compile("[^+0-9]");

    public static ContactWay email(String address) {
        return new ContactWay(address, address(address).map("mailto:"::concat));
    }

    public static ContactWay phone(String number) {
        return new ContactWay(
                number,
                Optional.of(number)
                        .filter(text -> NUMBER.matcher(text).matches())
                        .map(text -> "tel:" + SEPARATORS.matcher(text).replaceAll("")));
    }

    /** The value, if it is one address and nothing else, in ASCII. */
    public static Optional<String> address(String value) {
        return Optional.of(value).filter(text -> ADDRESS.matcher(text).matches());
    }
}
