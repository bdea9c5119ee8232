package io.mdm.enrollment.web.text;

/** Escaping of text in HTML. */
public final class Html {
    private Html() {}

    /** Fit for element content and for attribute values in quotation marks; nowhere else. */
    public static String escaped(String text) {
        var html = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(character);
            }
        }
        return html.toString();
    }
}
