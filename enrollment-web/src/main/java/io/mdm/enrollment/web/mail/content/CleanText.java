package io.mdm.enrollment.web.mail.content;

import java.util.regex.Pattern;

/** Text of others without the characters that could do harm in a mail. */
public final class CleanText {
    /** Line breaks and other controls, and marks that turn the direction of the text behind them. */
    private static final Pattern DISRUPTIVE = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069]+");

    /** Controls but tab and line feed, and marks that turn the direction of everything behind them. */
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069&&[^\t\n]]");

    private CleanText() {}

    /** The text on one line. */
    public static String singleLine(String text) {
        return DISRUPTIVE.matcher(text).replaceAll(" ").strip();
    }

    /** Text of several lines, separated by {@code \n}. */
    static String multiLine(String text) {
        return CONTROLS.matcher(text).replaceAll(" ");
    }

    /** The first characters up to that number, none of them cut in two. */
    static String shortened(String text, int codePoints) {
        return text.codePointCount(0, text.length()) <= codePoints
                ? text
                : text.substring(0, text.offsetByCodePoints(0, codePoints - 1)) + "…";
    }
}
