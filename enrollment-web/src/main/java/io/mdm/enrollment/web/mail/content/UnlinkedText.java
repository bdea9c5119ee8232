package io.mdm.enrollment.web.mail.content;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import io.mdm.enrollment.web.text.Html;
import io.mdm.enrollment.web.text.Isolation;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Text of others as HTML: escaped, its line breaks kept, and with invisible places to break a line in whatever looks
 * like a web address, so that mail programs that make links of addresses find none. Those that look at the shown text
 * still may.
 */
public record UnlinkedText(String text) implements Content {
    private static final Pattern LINE = Pattern.compile("\n");
    private static final String SLASHES = "://";

    /** One line without isolated names as HTML. */
    public static String html(String line) {
        return fragments(line).stream().map(Html::escaped).collect(Collectors.joining("<wbr>"));
    }

    @Override
    public void writeTo(TemplateOutput output) {
        var lines = LINE.split(text, -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                output.writeContent("<br>\n");
            }
            writeLine(lines[i], output);
        }
    }

    private static void writeLine(String line, TemplateOutput output) {
        var fragments = fragments(line);
        for (int i = 0; i < fragments.size(); i++) {
            if (i > 0) {
                output.writeContent("<wbr>");
            }
            Isolation.write(fragments.get(i), output);
        }
    }

    private static List<String> fragments(String line) {
        var fragments = new ArrayList<String>();
        int start = 0;
        for (int i = 1; i < line.length(); i++) {
            if (isSeam(line, i)) {
                fragments.add(line.substring(start, i));
                start = i;
            }
        }
        fragments.add(line.substring(start));
        return fragments;
    }

    /** Behind the slashes of an address, and before a dot in a word. */
    private static boolean isSeam(String line, int index) {
        return line.startsWith(SLASHES, index - SLASHES.length()) || isDotInWord(line, index);
    }

    private static boolean isDotInWord(String line, int index) {
        return line.charAt(index) == '.'
                && index + 1 < line.length()
                && Character.isLetterOrDigit(line.codePointBefore(index))
                && Character.isLetterOrDigit(line.codePointAt(index + 1));
    }
}
