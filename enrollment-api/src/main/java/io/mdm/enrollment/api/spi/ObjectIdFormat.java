package io.mdm.enrollment.api.spi;

import java.util.regex.Pattern;

/** Format of all ids that callers send: 24 hexadecimal digits, in any case. */
public final class ObjectIdFormat {
    /** Regular expression, fit for a path template. */
    public static final String REGEX = "[0-9a-fA-F]{24}";

    private static final Pattern PATTERN = Pattern.compile(REGEX);

    private ObjectIdFormat() {}

    /** Whether the whole text is an id. */
    public static boolean matches(String text) {
        return PATTERN.matcher(text).matches();
    }
}
