package io.mdm.enrollment.web.page;

import java.util.regex.Pattern;

/** Links and addresses as readers paste them, with what people and mail programs put around them. */
final class Pasted {
    private static final Pattern BRACKETS = Pattern.compile("<([^<>]*)>");
    private static final Pattern MAILTO =
            Pattern.compile("mailto:([^?]*).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final String OPENING = "\"'`(<[";

    private Pasted() {}

    /**
     * The credential of a link without what follows it and is no letter or digit, such as the full stop of a sentence.
     */
    static String credential(String text) {
        return withoutEnd(text);
    }

    /** The address in {@code Ana <ana@acme.example>}, in a {@code mailto} URL, in quotes or before punctuation. */
    static String address(String text) {
        var brackets = BRACKETS.matcher(text);
        var bare = bare(brackets.find() ? brackets.group(1) : text);
        var mailto = MAILTO.matcher(bare);
        return mailto.matches() ? bare(mailto.group(1)) : bare;
    }

    private static String bare(String text) {
        int start = 0;
        while (start < text.length() && isOpening(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        return withoutEnd(text.substring(start));
    }

    private static String withoutEnd(String text) {
        int end = text.length();
        while (end > 0 && !Character.isLetterOrDigit(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(0, end);
    }

    /** Quotation marks and brackets with which no address begins, and what nobody sees. */
    private static boolean isOpening(int codePoint) {
        return OPENING.indexOf(codePoint) >= 0
                || switch (Character.getType(codePoint)) {
                    case Character.INITIAL_QUOTE_PUNCTUATION,
                            Character.FINAL_QUOTE_PUNCTUATION,
                            Character.START_PUNCTUATION,
                            Character.SPACE_SEPARATOR,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.CONTROL,
                            Character.FORMAT -> codePoint != '{';
                    default -> false;
                };
    }
}
