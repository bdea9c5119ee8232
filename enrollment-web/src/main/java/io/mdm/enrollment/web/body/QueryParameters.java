package io.mdm.enrollment.web.body;

import io.mdm.enrollment.api.http.RequestRefused;
import io.mdm.enrollment.api.spi.ObjectIdFormat;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reader of query parameters; all errors are reported together, those of unknown parameters last. */
public final class QueryParameters {
    private static final int MAX_PAGE = 999_999_999;
    private static final int MAX_LIMIT = 10_000;
    private static final String LINE = "a line of at most " + TextRules.MAX_LINE_UNITS + " characters";
    private static final Pattern UNSIGNED = Pattern.compile("[0-9]{1,9}");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?[0-9]{1,16}");

    private final RequestErrors errors = new RequestErrors();
    private final Set<String> known = new HashSet<>();
    private final MultivaluedMap<String, String> parameters;

    public QueryParameters(MultivaluedMap<String, String> parameters) {
        this.parameters = parameters;
    }

    /** Page of a list, from 1 to {@value #MAX_PAGE}; 1 if absent. */
    public int page() {
        return number("page", 1, MAX_PAGE, 1);
    }

    /** Items per page, from 1 to {@value #MAX_LIMIT}. */
    public int limit(int defaultLimit) {
        return limit(1, MAX_LIMIT, defaultLimit);
    }

    /** Items per page, from 0 to {@value #MAX_LIMIT}. */
    public int limitOrNone(int defaultLimit) {
        return limit(0, MAX_LIMIT, defaultLimit);
    }

    /** Items per page, within these bounds. */
    public int limit(int min, int max, int defaultLimit) {
        return number("limit", min, max, defaultLimit);
    }

    /** Text to search for; empty if there is none. */
    public Optional<String> search() {
        return matching("search", QueryParameters::isLine, LINE).filter(text -> !text.isEmpty());
    }

    /** Texts of one line, for a parameter that may be repeated. */
    public Set<String> lines(String name, int maxTexts) {
        var texts = atMost(maxTexts, name);
        texts.stream()
                .filter(text -> !isLine(text))
                .forEach(refused -> refuse(name, ErrorType.STRING_PATTERN, "must be " + LINE));
        return new LinkedHashSet<>(texts);
    }

    /** Whole number that every JSON reader represents exactly. */
    public Optional<Long> wholeNumber(String name) {
        return matching(name, QueryParameters::isSafeNumber, "a whole number")
                .filter(QueryParameters::isSafeNumber)
                .map(Long::valueOf);
    }

    /** Time with its offset (RFC 3339). */
    public Optional<Instant> instant(String name) {
        var text = single(name);
        text.filter(given -> Rfc3339.instant(given).isEmpty())
                .ifPresent(refused -> refuse(name, ErrorType.DATE_FORMAT, "must be " + Rfc3339.WANTED));
        return text.flatMap(Rfc3339::instant);
    }

    /** Text of one line. */
    public Optional<String> line(String name, int maxUnits) {
        return matching(name, text -> isLine(text, maxUnits), "a line of at most " + maxUnits + " characters");
    }

    /** Id, in lower case. */
    public Optional<String> id(String name) {
        return matching(name, ObjectIdFormat::matches, "24 hexadecimal digits")
                .map(text -> text.toLowerCase(Locale.ROOT));
    }

    /** Constant with the given name. */
    public <T> Optional<T> oneOf(String name, Map<String, T> values) {
        return single(name).flatMap(text -> constant(name, text, values));
    }

    /** Constants with the given names, for a parameter that may be repeated. */
    public <T> Set<T> someOf(String name, Map<String, T> values) {
        var found = new LinkedHashSet<T>();
        for (var text : atMost(values.size(), name)) {
            constant(name, text, values).ifPresent(found::add);
        }
        return found;
    }

    /** @param wanted completes the message "must be …" */
    public Optional<String> matching(String name, Predicate<String> rule, String wanted) {
        var text = single(name);
        text.filter(rule.negate()).ifPresent(refused -> refuse(name, ErrorType.STRING_PATTERN, "must be " + wanted));
        return text;
    }

    /**
     * Ends the reading.
     *
     * @throws RequestRefused if a parameter is invalid, or was not asked for
     */
    public void refuseIfAny() {
        parameters.keySet().stream().filter(name -> !known.contains(name)).forEach(this::refuseUnknown);
        errors.refuseIfAny();
    }

    private void refuseUnknown(String name) {
        var shown = SoundText.shown(name);
        errors.add(List.of(shown), ErrorType.OBJECT_UNKNOWN, "\"" + shown + "\" is not a parameter that is known here");
    }

    private int number(String name, int min, int max, int defaultValue) {
        return single(name)
                .map(text -> {
                    int number = UNSIGNED.matcher(text).matches() ? Integer.parseInt(text) : -1;
                    if (number < min || number > max) {
                        refuse(name, ErrorType.NUMBER_BASE, "must be a whole number from " + min + " to " + max);
                    }
                    return number;
                })
                .orElse(defaultValue);
    }

    private <T> Optional<T> constant(String name, String text, Map<String, T> values) {
        if (!values.containsKey(text)) {
            var names = values.keySet().stream().sorted().toList();
            refuse(name, ErrorType.ANY_ONLY, "must be one of " + String.join(", ", names), ErrorContext.valids(names));
        }
        return Optional.ofNullable(values.get(text));
    }

    private Optional<String> single(String name) {
        var values = values(name);
        if (values.size() > 1) {
            refuse(name, ErrorType.ARRAY_MAX, "must be given once", ErrorContext.limit(1));
        }
        return values.stream().findFirst();
    }

    private List<String> atMost(int max, String name) {
        var texts = values(name);
        if (texts.size() > max) {
            refuse(name, ErrorType.ARRAY_MAX, "must be given at most " + max + " times", ErrorContext.limit(max));
        }
        return texts;
    }

    private List<String> values(String name) {
        known.add(name);
        return parameters.getOrDefault(name, List.of());
    }

    private void refuse(String name, ErrorType type, String message) {
        refuse(name, type, message, ErrorContext.NONE);
    }

    private void refuse(String name, ErrorType type, String message, Map<String, Object> context) {
        errors.add(List.of(name), type, name + " " + message, context);
    }

    private static boolean isLine(String text) {
        return isLine(text, TextRules.MAX_LINE_UNITS);
    }

    private static boolean isLine(String text, int maxUnits) {
        return text.length() <= maxUnits && text.chars().noneMatch(Character::isISOControl);
    }

    private static boolean isSafeNumber(String text) {
        return WHOLE_NUMBER.matcher(text).matches() && Math.abs(Long.parseLong(text)) <= WholeNumber.MAX_SAFE;
    }
}
