package io.mdm.enrollment.web.page;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An organization's color, and the one in which text on it can be read.
 *
 * @param color of the button, {@code #rrggbb}
 * @param onColor white or black, whichever has more contrast: never less than 4.5 to 1 (WCAG 2.2, 1.4.3)
 */
record Brand(String color, String onColor) {
    private static final Pattern HEXADECIMAL = Pattern.compile("#(?:[0-9a-f]{3,4}|[0-9a-f]{6}(?:[0-9a-f]{2})?)");
    private static final String OURS = "#0b57d0";
    /** At this luminance black and white have the same contrast. */
    private static final double MIDDLE = Math.sqrt(1.05 * 0.05) - 0.05;

    /** @param color CSS hexadecimal; ours stands in for anything else, and what shines through is made solid */
    static Brand of(@Nullable String color) {
        var given = color == null ? "" : color.strip().toLowerCase(Locale.ROOT);
        var solid = solid(HEXADECIMAL.matcher(given).matches() ? given : OURS);
        return new Brand(solid, luminance(solid) > MIDDLE ? "#000000" : "#ffffff");
    }

    Inline style() {
        return new Inline(":root{--brand:" + color + ";--on-brand:" + onColor + "}");
    }

    private static String solid(String color) {
        if (color.length() > 5) {
            return color.substring(0, 7);
        }
        return color.substring(0, 4).replaceAll("([0-9a-f])", "$1$1");
    }

    /** WCAG 2.2, "relative luminance". */
    static double luminance(String color) {
        return 0.2126 * linear(color, 1) + 0.7152 * linear(color, 3) + 0.0722 * linear(color, 5);
    }

    private static double linear(String color, int at) {
        double channel = Integer.parseInt(color.substring(at, at + 2), 16) / 255.0;
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
