package io.mdm.enrollment.web.mail.content;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import io.mdm.enrollment.web.text.Isolation;
import java.util.regex.Pattern;

/**
 * Text of others as HTML: escaped, its line breaks kept, and with invisible places to break a line in whatever looks
 * like a web address, so that mail programs that make links of addresses find none. Those that look at the shown text
 * still may.
 */
public record UnlinkedText(String text) implements Content {
    private static final Pattern LINE = Pattern.compile("\n");
    /** Behind the slashes of an address, and before a dot in a word. */
    private static final Pattern SEAM = Pattern.compile("(?<=://)|(?<=[\\p{L}\\p{N}])(?=\\.[\\p{L}\\p{N}])");

    /** The text as HTML. */
    public static String html(String text) {
        var html = new StringOutput();
        new UnlinkedText(text).writeTo(new OwaspHtmlTemplateOutput(html));
        return html.toString();
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
        var fragments = SEAM.split(line, -1);
        for (int i = 0; i < fragments.length; i++) {
            if (i > 0) {
                output.writeContent("<wbr>");
            }
            Isolation.write(fragments[i], output);
        }
    }
}
