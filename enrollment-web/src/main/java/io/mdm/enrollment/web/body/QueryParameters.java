package io.mdm.enrollment.web.body;

import io.mdm.enrollment.api.http.RequestError;
import io.mdm.enrollment.api.http.RequestRefused;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads query parameters; all that are wrong are reported together. */
public final class QueryParameters {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]{1,9}");

    private final List<RequestError> errors = new ArrayList<>();
    private final MultivaluedMap<String, String> parameters;

    public QueryParameters(MultivaluedMap<String, String> parameters) {
        this.parameters = parameters;
    }

    /** A whole number from 1 on. */
    public int number(String name, int limit, int defaultValue) {
        return single(name)
                .map(text -> {
                    int number = WHOLE_NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
                    if (number < 1 || number > limit) {
                        refuse(name, "number.base", "must be a whole number from 1 to " + limit);
                    }
                    return number;
                })
                .orElse(defaultValue);
    }

    /** The constant with this name. */
    public <T> Optional<T> oneOf(String name, Map<String, T> values) {
        return single(name).flatMap(text -> constant(name, text, values));
    }

    /** The constants with these names, for a parameter that may be repeated. */
    public <T> Set<T> someOf(String name, Map<String, T> values) {
        var found = new LinkedHashSet<T>();
        for (var text : parameters.getOrDefault(name, List.of())) {
            constant(name, text, values).ifPresent(found::add);
        }
        return found;
    }

    /** @param wanted what the text must be, in words that follow "must be" */
    public Optional<String> matching(String name, Predicate<String> rule, String wanted) {
        var text = single(name);
        text.filter(rule.negate()).ifPresent(refused -> refuse(name, "string.pattern.base", "must be " + wanted));
        return text;
    }

    private <T> Optional<T> constant(String name, String text, Map<String, T> values) {
        if (!values.containsKey(text)) {
            var names = values.keySet().stream().sorted().toList();
            refuse(name, "any.only", "must be one of " + String.join(", ", names));
        }
        return Optional.ofNullable(values.get(text));
    }

    private Optional<String> single(String name) {
        var values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            refuse(name, "array.max", "must be given once");
        }
        return values.stream().findFirst();
    }

    private void refuse(String name, String type, String message) {
        errors.add(new RequestError(List.of(name), type, name + " " + message));
    }

    /** @throws RequestRefused when a parameter is not as documented */
    public void refuseIfAny() {
        if (!errors.isEmpty()) {
            throw new RequestRefused(errors);
        }
    }
}
