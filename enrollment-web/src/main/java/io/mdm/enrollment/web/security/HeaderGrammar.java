package io.mdm.enrollment.web.security;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Grammar of the headers that implementations of JAX-RS parse on their own (RFC 9110, sections 8.3, 8.6, 12.5.1,
 * 12.5.4, 13.1).
 */
final class HeaderGrammar {
    /** Maximum length; longer values count as malformed. */
    private static final int MAX_UNITS = 1000;

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]++";
    private static final String QUOTED = "\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"";
    private static final String WEIGHT = "q=(?:0(?:\\.\\d{0,3}+)?|1(?:\\.0{0,3}+)?)(?![^\\s;,])";
    private static final String PARAMETER = "(?!q=)" + TOKEN + "=(?:" + TOKEN + "|" + QUOTED + ")";
    private static final String MEDIA = TOKEN + "/" + TOKEN + "(?:\\s*+;\\s*+(?:" + WEIGHT + "|" + PARAMETER + "))*+";
    private static final String LANGUAGE =
            "(?:\\*|[A-Za-z]{1,8}+(?:-[A-Za-z0-9]{1,8}+)*+)(?:\\s*+;\\s*+" + WEIGHT + ")?+";
    private static final String TAG = "(?:W/)?\"[^\"]*+\"";

    /** JAX-RS reads forms, and what might be one, before any filter. */
    private static final String NO_FORM = "(?i)(?!application/x-www-form-urlencoded(?:[\\s;]|$))(?![^;]*\\*)";

    private static final Pattern TAGS = Pattern.compile("\\*|" + listOf(TAG));
    private static final Map<String, Pattern> OF_HEADER = Map.of(
            "content-type",
            Pattern.compile(NO_FORM + MEDIA),
            "accept",
            Pattern.compile(listOf(MEDIA)),
            "accept-language",
            Pattern.compile(listOf(LANGUAGE)),
            "if-none-match",
            TAGS);

    private static final Pattern LENGTH = Pattern.compile("[0-9]++");

    /** Tag, and what compressing proxies add to it: nginx the mark of a weak one, Apache httpd a suffix. */
    private static final Pattern TAG_OF_PROXY = Pattern.compile("(?:W/)?\"([^\"]*?)(?:-gzip|-br)?\"");

    private static final Set<String> CONDITIONS = Set.of("if-match", "if-none-match");

    private HeaderGrammar() {}

    /** Whether the value of {@code Content-Length}, without white space around it, is a length. */
    static boolean isLength(String value) {
        return LENGTH.matcher(value).matches();
    }

    /**
     * The value in the form that JAX-RS compares: entity tags as the module wrote them. They name versions, not bytes,
     * so they also hold for what a proxy has compressed.
     */
    static String canonical(String header, String value) {
        return CONDITIONS.contains(header.toLowerCase(Locale.ROOT))
                ? TAG_OF_PROXY.matcher(value).replaceAll("\"$1\"")
                : value;
    }

    /** Whether the value is valid for the header; unknown headers may have any. */
    static boolean allows(String header, String value) {
        var grammar = OF_HEADER.get(header.toLowerCase(Locale.ROOT));
        return grammar == null
                || (value.length() <= MAX_UNITS
                        && grammar.matcher(value.strip()).matches());
    }

    private static String listOf(String element) {
        return element + "(?:\\s*+,\\s*+" + element + ")*+";
    }
}
