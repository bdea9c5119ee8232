package io.mdm.enrollment.api.spi;

import java.util.regex.Pattern;

/** Format of the names by which callers call an organization: its id, or its slug. */
public final class OrganizationNameFormat {
    private static final Pattern PATTERN = Pattern.compile("[a-zA-Z0-9-]{3,64}");

    private OrganizationNameFormat() {}

    /** Whether the whole text may be an id or a slug. */
    public static boolean matches(String text) {
        return PATTERN.matcher(text).matches();
    }

    /** Whether the whole text may be a slug. What may be an id is none: it would name two organizations. */
    public static boolean isSlug(String text) {
        return matches(text) && !ObjectIdFormat.matches(text);
    }
}
