package io.mdm.enrollment.web.text;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.text.Bidi;
import java.util.StringTokenizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of others, kept apart from the direction of the text around them. A name stands between U+2068 and U+2069
 * (Unicode Standard Annex 9, section 2.3), which become {@code bdi} elements in HTML.
 */
public final class Isolation {
    private static final String START = "\u2068";
    private static final String END = "\u2069";
    private static final Pattern ISOLATED = Pattern.compile(START + "([^" + END + "]*)" + END);

    private Isolation() {}

    /** @param name one line of {@link CleanText} */
    public static String of(String name) {
        return START + name + END;
    }

    /** The name for programs that know no HTML: isolated if it is written from right to left. */
    public static String plainName(String name) {
        return Bidi.requiresBidi(name.toCharArray(), 0, name.length()) ? of(name) : name;
    }

    /** The text for programs that know no HTML, where only names that are written from right to left are isolated. */
    public static String plain(String text) {
        return !text.contains(START)
                ? text
                : ISOLATED.matcher(text).replaceAll(name -> Matcher.quoteReplacement(plainName(name.group(1))));
    }

    /** The text, escaped. */
    public static Content html(String text) {
        return output -> write(text, output);
    }

    /** Writes the text, escaped. */
    public static void write(String text, TemplateOutput output) {
        var runs = new StringTokenizer(text, START + END, true);
        while (runs.hasMoreTokens()) {
            var run = runs.nextToken();
            switch (run) {
                case START -> output.writeContent("<bdi>");
                case END -> output.writeContent("</bdi>");
                default -> output.writeUserContent(run);
            }
        }
    }
}
