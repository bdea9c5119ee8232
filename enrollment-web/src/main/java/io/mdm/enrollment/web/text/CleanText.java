package io.mdm.enrollment.web.text;

import java.util.regex.Pattern;

/** Text of others without the characters that could do harm on a page or in a mail. */
public final class CleanText {
    /** Line breaks and other controls, and what turns the direction of text (Unicode Standard Annex 9, section 2). */
    private static final String DISRUPTIVE = "[\\p{Cc}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069]";

    /**
     * What nobody sees and could hide a text in another: zero-width spaces, invisible operators, deprecated format
     * characters, annotations and tags. Joiners, marks of direction, soft hyphens and variation selectors are part of
     * writing.
     */
    private static final String HIDDEN =
            "[\\u200B\\u2060-\\u2065\\u206A-\\u206F\\uFEFF\\uFFF9-\\uFFFB\\x{E0000}-\\x{E007F}]";

    private static final char FIRST_HIDDEN = '\u200B';

    private static final Pattern NOT_OF_A_LINE = Pattern.compile(DISRUPTIVE + "|" + HIDDEN);
    private static final Pattern DISRUPTIVE_RUN = Pattern.compile(DISRUPTIVE + "+");
    private static final Pattern LINE_BREAK = Pattern.compile("[\\p{Zl}\\p{Zp}]");
    private static final Pattern DISRUPTIVE_IN_LINES = Pattern.compile("[" + DISRUPTIVE + "&&[^\t\n]]");
    private static final Pattern HIDDEN_ANYWHERE = Pattern.compile(HIDDEN);

    private CleanText() {}

    /** Whether the text is one line with nothing disruptive or hidden in it. */
    public static boolean isLine(String text) {
        return !NOT_OF_A_LINE.matcher(text).find();
    }

    /** The text on one line. */
    public static String singleLine(String text) {
        return isOrdinary(text)
                ? text.strip()
                : DISRUPTIVE_RUN.matcher(visible(text)).replaceAll(" ").strip();
    }

    /** Text of several lines, separated by {@code \n}. */
    public static String multiLine(String text) {
        var lines = LINE_BREAK.matcher(visible(text)).replaceAll("\n");
        return DISRUPTIVE_IN_LINES.matcher(lines).replaceAll(" ");
    }

    /** The first characters up to that number, none of them cut in two. */
    public static String shortened(String text, int codePoints) {
        return text.codePointCount(0, text.length()) <= codePoints
                ? text
                : text.substring(0, text.offsetByCodePoints(0, codePoints - 1)) + "…";
    }

    /**
     * Whether there is nothing but letters, digits and signs of Latin and some other scripts; most text is like that.
     */
    private static boolean isOrdinary(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (Character.isISOControl(character) || character >= FIRST_HIDDEN) {
                return false;
            }
        }
        return true;
    }

    private static String visible(String text) {
        return text.chars().allMatch(character -> character < FIRST_HIDDEN)
                ? text
                : HIDDEN_ANYWHERE.matcher(text).replaceAll("");
    }
}
