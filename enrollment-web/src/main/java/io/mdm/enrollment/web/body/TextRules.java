package io.mdm.enrollment.web.body;

import io.mdm.enrollment.api.spi.ObjectIdFormat;
import io.mdm.enrollment.web.text.CleanText;
import io.mdm.enrollment.web.text.MailVariable;
import jakarta.json.stream.JsonParser.Event;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rules of strings; lengths are in UTF-16 units. */
public final class TextRules {
    /** Maximum length of a display name or tag. */
    public static final int MAX_LINE_UNITS = 128;

    /** U+2028 and U+2029 as well, which many programs show as line breaks. */
    private static final Pattern LINE_BREAK = Pattern.compile("\r\n?|[\u2028\u2029]");

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Z}\\p{Cc}\\p{Cf}]*");

    private static final String UNKNOWN_VARIABLE = "must hold nothing else in double braces than the variables "
            + MailVariable.words().stream().collect(Collectors.joining("}}, {{", "{{", "}}"));

    private TextRules() {}

    /** Display name or tag: one line without changes of writing direction and hidden characters. */
    public static String singleLine(ValueReader value) {
        String line = limited(value, value.string(), MAX_LINE_UNITS);
        if (!CleanText.isLine(line)) {
            value.json()
                    .refuse(
                            ErrorType.STRING_PATTERN,
                            "must be one line without control characters, bidirectional overrides and hidden characters");
        }
        return line;
    }

    /** Extra paragraph of a mail; line breaks become {@code \n}. */
    public static String emailText(ValueReader value) {
        String lines = LINE_BREAK.matcher(value.string()).replaceAll("\n");
        limited(value, lines, value.limits().emailText());
        if (lines.chars().anyMatch(unit -> Character.isISOControl(unit) && unit != '\n' && unit != '\t')) {
            value.json().refuse(ErrorType.STRING_PATTERN, "must not hold control characters but tabs and line breaks");
        }
        if (!MailVariable.areKnownIn(lines)) {
            value.json().refuse(ErrorType.ANY_ONLY, UNKNOWN_VARIABLE, ErrorContext.valids(MailVariable.words()));
        }
        return lines;
    }

    /** Address of any form: whether it is deliverable is decided elsewhere. */
    public static String address(ValueReader value) {
        String address = value.string();
        if (value.json().at(Event.VALUE_STRING) && INVISIBLE.matcher(address).matches()) {
            value.json().refuse(ErrorType.STRING_PATTERN, "must be an address");
        }
        return address;
    }

    /** Id, in lower case. */
    public static String id(ValueReader value) {
        String id = value.string();
        if (value.json().at(Event.VALUE_STRING) && !ObjectIdFormat.matches(id)) {
            value.json().refuse(ErrorType.STRING_PATTERN, "must be 24 hexadecimal digits");
        }
        return id.toLowerCase(Locale.ROOT);
    }

    /** Id, in lower case; null for the empty string. */
    public static @Nullable String idUnlessEmpty(ValueReader value) {
        return value.json().at(Event.VALUE_STRING) && value.json().text().isEmpty() ? null : id(value);
    }

    private static String limited(ValueReader value, String text, int limit) {
        if (text.length() > limit) {
            value.json()
                    .refuse(
                            ErrorType.STRING_MAX,
                            "must be at most " + limit + " characters long",
                            ErrorContext.limit(limit));
        }
        return text;
    }
}
