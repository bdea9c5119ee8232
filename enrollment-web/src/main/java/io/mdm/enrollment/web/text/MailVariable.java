package io.mdm.enrollment.web.text;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Variable in the text that an organization adds to its mails, filled in for each recipient: <code>{{name}}</code>, or
 * <code>{{name|there}}</code> with a text for recipients who have none.
 */
public enum MailVariable {
    /** The recipient's name. */
    NAME("name"),
    /** The recipient's address. */
    EMAIL("email"),
    /** The organization's name. */
    ORGANIZATION("organization"),
    /** When the link ends. */
    EXPIRES("expires"),
    /** The display name of the token. */
    DISPLAY_NAME("displayName");

    private static final Pattern IN_BRACES = Pattern.compile("\\{\\{([^{}]*)}}");
    private static final String OTHERWISE = "|";

    private final String word;

    MailVariable(String word) {
        this.word = word;
    }

    /** All of them as they stand in a text, without braces. */
    public static List<String> words() {
        return Arrays.stream(values()).map(variable -> variable.word).toList();
    }

    /** Whether everything in double braces is a variable. */
    public static boolean areKnownIn(String text) {
        return IN_BRACES.matcher(text).results().allMatch(found -> of(found).isPresent());
    }

    /**
     * The text with its variables filled in, once: a value is not searched for variables.
     *
     * @param valueOf a variable; empty for the text given for such recipients, or for nothing
     */
    public static String fill(String text, Function<MailVariable, Optional<String>> valueOf) {
        return text.contains("{{")
                ? IN_BRACES.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found, valueOf)))
                : text;
    }

    private static String value(MatchResult found, Function<MailVariable, Optional<String>> valueOf) {
        var inside = found.group(1);
        int bar = inside.indexOf(OTHERWISE);
        var otherwise = bar < 0 ? "" : inside.substring(bar + 1);
        return of(found)
                .map(variable -> valueOf.apply(variable).orElse(otherwise))
                .orElse(found.group());
    }

    private static Optional<MailVariable> of(MatchResult found) {
        var inside = found.group(1);
        int bar = inside.indexOf(OTHERWISE);
        var word = (bar < 0 ? inside : inside.substring(0, bar)).strip();
        return Arrays.stream(values())
                .filter(variable -> variable.word.equals(word))
                .findFirst();
    }
}
