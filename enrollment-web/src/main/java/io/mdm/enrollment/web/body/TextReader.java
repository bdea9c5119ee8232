package io.mdm.enrollment.web.body;

import jakarta.json.stream.JsonParser.Event;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads strings by the rules of their fields; lengths are in UTF-16 units. */
public final class TextReader {
    private static final int MAX_SINGLE_LINE_UNITS = 128;
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{24}");

    private final StrictJson json;
    private final ValueReader values;

    public TextReader(StrictJson json, ValueReader values) {
        this.json = json;
        this.values = values;
    }

    /** A display name or a tag: one line that reads in its own order. */
    public String singleLine() {
        String line = limited(values.string(), MAX_SINGLE_LINE_UNITS);
        if (any(line, unit -> Character.isISOControl(unit) || turnsDirection(unit))) {
            json.refuse(ErrorType.STRING_PATTERN, "must not hold control characters or bidirectional overrides");
        }
        return line;
    }

    /** Text of several lines, each ended by {@code \n}. */
    public String lines(int limit) {
        String lines = limited(values.string().replace("\r\n", "\n").replace('\r', '\n'), limit);
        if (any(lines, unit -> Character.isISOControl(unit) && unit != '\n' && unit != '\t')) {
            json.refuse(ErrorType.STRING_PATTERN, "must not hold control characters but tabs and line breaks");
        }
        return lines;
    }

    /** An id in lower case. */
    public String id() {
        String id = values.string();
        if (json.at(Event.VALUE_STRING) && !ID.matcher(id).matches()) {
            json.refuse(ErrorType.STRING_PATTERN, "must be 24 hexadecimal digits");
        }
        return id.toLowerCase(Locale.ROOT);
    }

    /** An id, or null where the empty string says that there is none. */
    public @Nullable String idUnlessEmpty() {
        return json.at(Event.VALUE_STRING) && json.text().isEmpty() ? null : id();
    }

    private String limited(String text, int limit) {
        if (text.length() > limit) {
            json.refuse(ErrorType.STRING_MAX, "must be at most " + limit + " characters long");
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
