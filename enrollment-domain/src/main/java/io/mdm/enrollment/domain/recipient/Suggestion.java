package io.mdm.enrollment.domain.recipient;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Address that was most likely meant by a text that holds one and something around it, as people paste it from mail
 * programs and spreadsheets: a name, quotation marks, brackets, {@code mailto:}, invisible characters, punctuation.
 * Nothing is guessed about the address itself, and a text with two different ones suggests none.
 */
public final class Suggestion {
    /** Format characters and controls but line breaks and tabs, and spaces that do not break. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}\\u00A0\\u2007\\u202F&&[^\\t\\r\\n]]");

    private static final Pattern BRACKETS = Pattern.compile("<([^<>]*)>");
    private static final Pattern SEPARATORS = Pattern.compile("[,;\\s]+");
    private static final Pattern MAILTO = Pattern.compile("(?i)mailto:([^?]*)(?:\\?.*)?");
    private static final String WRAPPING =
            "\"'`\u00B4\u2018\u2019\u201A\u201C\u201D\u201E\u2039\u203A\u00AB\u00BB()[]<>";
    private static final String PUNCTUATION = ".,;:";
    /** Longer texts are no address with something around it. */
    private static final int MAX_UNITS = 320;

    private Suggestion() {}

    /** The address in the form in which it would be stored; empty for one that is valid, and if nobody can tell. */
    public static Optional<String> of(String given, LocalPart localPart) {
        if (given.length() > MAX_UNITS || Recipient.of(given, localPart).isPresent()) {
            return Optional.empty();
        }
        var text = INVISIBLE.matcher(given).replaceAll("").strip();
        var bracketed =
                BRACKETS.matcher(text).results().map(found -> found.group(1)).toList();
        var around = BRACKETS.matcher(text).replaceAll(" ");
        return bracketed.isEmpty()
                ? only(SEPARATORS.splitAsStream(text), localPart)
                : only(Stream.concat(bracketed.stream(), addressesIn(around)), localPart);
    }

    /** A name may hold an address, which must be the same then. */
    private static Stream<String> addressesIn(String name) {
        return SEPARATORS.splitAsStream(name).filter(word -> word.contains("@"));
    }

    /** The address that all of these texts are, but for what is around it. */
    private static Optional<String> only(Stream<String> texts, LocalPart localPart) {
        List<Optional<Recipient>> found = texts.map(Suggestion::bare)
                .filter(text -> !text.isEmpty())
                .map(text -> Recipient.of(text, localPart))
                .toList();
        var keys = found.stream().flatMap(Optional::stream).map(Recipient::key).collect(Collectors.toSet());
        return keys.size() == 1 && found.stream().allMatch(Optional::isPresent)
                ? found.get(0).map(Recipient::address)
                : Optional.empty();
    }

    private static String bare(String text) {
        var bare = unwrapped(text);
        var mailto = MAILTO.matcher(bare);
        return mailto.matches() ? unwrapped(mailto.group(1)) : bare;
    }

    private static String unwrapped(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isAround(text.charAt(start), WRAPPING)) {
            start++;
        }
        while (start < end && isAround(text.charAt(end - 1), WRAPPING + PUNCTUATION)) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isAround(char unit, String characters) {
        return characters.indexOf(unit) >= 0;
    }
}
