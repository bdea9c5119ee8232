package io.mdm.enrollment.web.body;

import io.mdm.enrollment.api.token.Language;
import io.mdm.enrollment.web.config.RequestLimits;
import io.mdm.enrollment.web.config.RequestLimits.UnknownFields;
import jakarta.json.stream.JsonParser.Event;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reader of the current value by its type.
 *
 * <p>A refused value is noted and replaced by a harmless one, which is never used: the errors end the request.
 */
public final class ValueReader {
    static final String OBJECT = "must be an object";
    /** Further unknown keys are refused, so that no more need to be remembered to find repeated ones. */
    static final int MAX_IGNORED = 100;

    private static final WholeNumber POSITION = WholeNumber.between(0, Integer.MAX_VALUE);

    private static final List<String> LANGUAGES =
            Stream.of(Language.values()).map(Language::tag).toList();

    private final StrictJson json;
    private final String example;
    private final RequestLimits limits;
    private int ignored;

    /** @param example a minimal valid body, for messages */
    ValueReader(StrictJson json, String example, RequestLimits limits) {
        this.json = json;
        this.example = example;
        this.limits = limits;
    }

    StrictJson json() {
        return json;
    }

    /** Limits set by the operator. */
    public RequestLimits limits() {
        return limits;
    }

    /** Leaves the value of an unknown key, which is refused unless the operator has such keys ignored. */
    void unknown() {
        boolean ignorable = limits.unknownFields() == UnknownFields.IGNORE && json.isMemberOfBody();
        if (ignorable && ignored < MAX_IGNORED) {
            ignored++;
        } else {
            json.refuseUnknown();
        }
    }

    /** Number of unknown keys that were ignored. */
    int ignored() {
        return ignored;
    }

    /** Whether the value is an object. Calls the reader with each key; another value is refused. */
    boolean object(String message, Consumer<String> members) {
        boolean object = json.at(Event.START_OBJECT);
        if (object) {
            json.members(members);
        } else {
            json.refuse(ErrorType.OBJECT_BASE, message);
        }
        return object;
    }

    /** Array: calls the reader at each item, and returns their number; 0 for another value, which is refused. */
    public int array(Runnable items) {
        if (json.at(Event.START_ARRAY)) {
            return json.items(items);
        }
        refuse(ErrorType.ARRAY_BASE, "must be an array");
        return 0;
    }

    /** String, unchanged. */
    public String string() {
        if (json.at(Event.VALUE_STRING)) {
            return json.text();
        }
        refuse(ErrorType.STRING_BASE, "must be a string");
        return "";
    }

    /** Boolean, or its name in upper or lower case. */
    public boolean bool() {
        String constant = json.at(Event.VALUE_STRING) ? json.text().toLowerCase(Locale.ROOT) : "";
        if (json.at(Event.VALUE_TRUE) || constant.equals("true")) {
            return true;
        }
        if (!json.at(Event.VALUE_FALSE) && !constant.equals("false")) {
            refuse(ErrorType.BOOLEAN_BASE, "must be true or false");
        }
        return false;
    }

    /** Whole number, or a string that contains one. */
    public long integer(WholeNumber rule) {
        Optional<BigDecimal> number = json.at(Event.VALUE_NUMBER) || json.at(Event.VALUE_STRING)
                ? WholeNumber.decimal(json.text())
                : Optional.empty();
        Optional<ErrorType> violation = number.map(rule::violation).orElse(Optional.of(ErrorType.NUMBER_BASE));
        violation.ifPresent(type -> refuse(type, rule.words(), rule.context(type)));
        return violation.isPresent() ? rule.min() : number.orElseThrow().longValueExact();
    }

    /** Instant with its offset (RFC 3339), to the millisecond. */
    public Instant instant() {
        var instant = json.at(Event.VALUE_STRING) ? Rfc3339.instant(json.text()) : Optional.<Instant>empty();
        if (instant.isEmpty()) {
            refuse(ErrorType.DATE_FORMAT, "must be " + Rfc3339.WANTED);
        }
        return instant.orElse(Instant.EPOCH);
    }

    /** Whether the value is a number. */
    public boolean isNumber() {
        return json.at(Event.VALUE_NUMBER);
    }

    /** Position in a list, from 0. */
    public int position() {
        return (int) integer(POSITION);
    }

    /** Number of seconds between these, both inclusive. */
    public long seconds(long min, long max) {
        return integer(WholeNumber.seconds(min, max));
    }

    /** Language; null if refused. */
    public @Nullable Language language() {
        Optional<Language> language = json.at(Event.VALUE_STRING) ? Language.of(json.text()) : Optional.empty();
        if (language.isEmpty()) {
            refuse(
                    ErrorType.ANY_ONLY,
                    "must be one of " + String.join(", ", LANGUAGES),
                    ErrorContext.valids(LANGUAGES));
        }
        return language.orElse(null);
    }

    /** One of several words; null if refused. */
    public <T> @Nullable T oneOf(Map<String, T> values) {
        T value = json.at(Event.VALUE_STRING) ? values.get(json.text()) : null;
        if (value == null) {
            var words = values.keySet().stream().sorted().toList();
            refuse(ErrorType.ANY_ONLY, "must be one of " + String.join(", ", words), ErrorContext.valids(words));
        }
        return value;
    }

    /** One fixed word. */
    public String constant(String constant) {
        if (!json.at(Event.VALUE_STRING) || !json.text().equals(constant)) {
            refuse(ErrorType.ANY_ONLY, "must be \"" + constant + "\"", ErrorContext.valids(List.of(constant)));
        }
        return constant;
    }

    private void refuse(ErrorType type, String message) {
        refuse(type, message, ErrorContext.NONE);
    }

    /** An object in place of a plain value suggests that a schema was sent instead of a request: show the form. */
    private void refuse(ErrorType type, String message, Map<String, Object> context) {
        boolean object = json.at(Event.START_OBJECT);
        json.refuse(type, object ? message + "; the form of a request is " + example : message, context);
    }
}
