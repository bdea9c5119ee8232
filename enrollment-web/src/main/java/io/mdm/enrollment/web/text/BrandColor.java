package io.mdm.enrollment.web.text;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Color of an organization, with a text color that can be read on it.
 *
 * @param background {@code #rrggbb}
 * @param foreground black or white, whichever contrasts more: always by 4.5 to 1 or better (WCAG 2.2, 1.4.3)
 */
public record BrandColor(String background, String foreground) {
    private static final Pattern HEXADECIMAL = Pattern.compile("#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})");
    private static final String DEFAULT = "#0b57d0";
    private static final int MAX_SHORT_FORM_LENGTH = "#rgba".length();
    private static final String BLACK = "#000000";
    private static final String WHITE = "#ffffff";

    /** @param color a CSS hexadecimal color; anything else gives the default. Transparency is left out */
    public static BrandColor of(@Nullable String color) {
        var given = color == null ? "" : color.strip().toLowerCase(Locale.ROOT);
        var background = withoutTransparency(HEXADECIMAL.matcher(given).matches() ? given : DEFAULT);
        return new BrandColor(background, contrast(background, WHITE) >= contrast(background, BLACK) ? WHITE : BLACK);
    }

    /** Border that sets it off from a white page, gray where it is too light (WCAG 2.2, 1.4.11): {@code #rrggbb}. */
    public String edge() {
        return contrast(background, WHITE) >= 3 ? background : "#767f8a";
    }

    /** From 1 to 21 (WCAG 2.2, "contrast ratio"), of two colors of six digits. */
    static double contrast(String one, String other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static String withoutTransparency(String color) {
        return color.length() <= MAX_SHORT_FORM_LENGTH
                ? color.substring(0, 4).replaceAll("([0-9a-f])", "$1$1")
                : color.substring(0, 7);
    }

    private static double luminance(String color) {
        return 0.2126 * channel(color, 1) + 0.7152 * channel(color, 3) + 0.0722 * channel(color, 5);
    }

    private static double channel(String color, int at) {
        double value = Integer.parseInt(color, at, at + 2, 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
