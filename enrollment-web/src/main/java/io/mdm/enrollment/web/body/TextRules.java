package io.mdm.enrollment.web.body;

import jakarta.json.stream.JsonParser.Event;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rules of strings; lengths are in UTF-16 units. */
public final class TextRules {
    private static final int MAX_SINGLE_LINE_UNITS = 128;
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{24}");

    private TextRules() {}

    /** A display name or a tag: one line that reads in its own order. */
    public static String singleLine(ValueReader value) {
        String line = limited(value, value.string(), MAX_SINGLE_LINE_UNITS);
        if (any(line, unit -> Character.isISOControl(unit) || turnsDirection(unit))) {
            value.json()
                    .refuse(ErrorType.STRING_PATTERN, "must not hold control characters or bidirectional overrides");
        }
        return line;
    }

    /** The extra paragraph of a mail: lines, each ended by {@code \n}. */
    public static String emailText(ValueReader value) {
        String lines = value.string().replace("\r\n", "\n").replace('\r', '\n');
        limited(value, lines, value.limits().emailText());
        if (any(lines, unit -> Character.isISOControl(unit) && unit != '\n' && unit != '\t')) {
            value.json().refuse(ErrorType.STRING_PATTERN, "must not hold control characters but tabs and line breaks");
        }
        return lines;
    }

    /** An address of any kind: whether it can be mailed is judged elsewhere. */
    public static String address(ValueReader value) {
        String address = value.string();
        if (value.json().at(Event.VALUE_STRING) && address.isBlank()) {
            value.json().refuse(ErrorType.STRING_PATTERN, "must be an address");
        }
        return address;
    }

    /** An id in lower case. */
    public static String id(ValueReader value) {
        String id = value.string();
        if (value.json().at(Event.VALUE_STRING) && !isId(id)) {
            value.json().refuse(ErrorType.STRING_PATTERN, "must be 24 hexadecimal digits");
        }
        return id.toLowerCase(Locale.ROOT);
    }

    /** An id, or null where the empty string says that there is none. */
    public static @Nullable String idUnlessEmpty(ValueReader value) {
        return value.json().at(Event.VALUE_STRING) && value.json().text().isEmpty() ? null : id(value);
    }

    /** Whether the text is an id of any object of the MDM server, in any case. */
    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    private static String limited(ValueReader value, String text, int limit) {
        if (text.length() > limit) {
            value.json().refuse(ErrorType.STRING_MAX, "must be at most " + limit + " characters long");
        }
        return text;
    }

    private static boolean any(String text, IntPredicate unit) {
        return text.chars().anyMatch(unit);
    }

    /** The explicit embeddings, overrides and isolates of Unicode Standard Annex 9, section 2. */
    private static boolean turnsDirection(int unit) {
        return (unit >= 0x202A && unit <= 0x202E) || (unit >= 0x2066 && unit <= 0x2069);
    }
}
