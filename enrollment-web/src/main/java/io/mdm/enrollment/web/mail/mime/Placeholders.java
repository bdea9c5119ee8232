package io.mdm.enrollment.web.mail.mime;

import io.mdm.enrollment.web.mail.content.RecipientFields;
import io.mdm.enrollment.web.mail.content.UnlinkedText;
import io.mdm.enrollment.web.text.CleanText;
import io.mdm.enrollment.web.text.Html;
import io.mdm.enrollment.web.text.Isolation;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/**
 * Characters that keep the places of personal values while a mail is prepared. They are control characters, of which
 * everything else in a mail has been freed ({@link CleanText}), so that nothing can be mistaken for them.
 */
final class Placeholders {
    /** As text and as HTML they stand for values that are written differently. */
    static final RecipientFields OF_TEXT = new RecipientFields("\u0001", "\u0002", "\u0003", "\u0007", "\u000E");

    static final RecipientFields OF_HTML = new RecipientFields("\u0004", "\u0005", "\u0006", "\u0008", "\u000F");

    private static final String ALL = "\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000E\u000F";

    private Placeholders() {}

    /** Placeholders and the text between them, in order. */
    static List<String> split(String text) {
        var runs = new ArrayList<String>();
        var tokens = new StringTokenizer(text, ALL, true);
        while (tokens.hasMoreTokens()) {
            runs.add(tokens.nextToken());
        }
        return runs;
    }

    static boolean isPlaceholder(String run) {
        return ALL.contains(run);
    }

    /** The value to be written in its place. */
    static String fill(String placeholder, RecipientFields fields) {
        return switch (placeholder) {
            case "\u0001" -> fields.email();
            case "\u0002" -> fields.link();
            case "\u0003" -> fields.code();
            case "\u0004" -> UnlinkedText.html(fields.email());
            case "\u0005" -> Html.escaped(fields.link());
            case "\u0006" -> Html.escaped(fields.code());
            case "\u0007" -> Isolation.plainName(fields.name());
            case "\u0008" -> UnlinkedText.html(fields.name());
            case "\u000E" -> Isolation.plainName(fields.displayName());
            case "\u000F" -> UnlinkedText.html(fields.displayName());
            default -> throw new IllegalArgumentException("not a placeholder");
        };
    }
}
