package io.mdm.enrollment.web.mail;

import io.mdm.enrollment.web.text.Html;

/**
 * Characters that keep the places of what is personal while a mail is prepared. They are control characters, of which
 * everything else in a mail has been freed ({@link HeaderText}), so that nothing can be mistaken for them.
 */
final class Blanks {
    /** As text and as HTML they stand for values that are written differently. */
    static final Personal OF_TEXT = new Personal("\u0001", "\u0002", "\u0003");

    static final Personal OF_HTML = new Personal("\u0004", "\u0005", "\u0006");

    private static final char LAST = '\u0006';

    private Blanks() {}

    static boolean isBlank(char character) {
        return character > 0 && character <= LAST;
    }

    /** What is to be written in the place of a blank. */
    static String filled(char blank, Personal personal) {
        return switch (blank) {
            case '\u0001' -> personal.email();
            case '\u0002' -> personal.link();
            case '\u0003' -> personal.code();
            case '\u0004' -> Html.escaped(personal.email());
            case '\u0005' -> Html.escaped(personal.link());
            case '\u0006' -> Html.escaped(personal.code());
            default -> throw new IllegalArgumentException("no blank");
        };
    }
}
