package io.mdm.enrollment.web.report;

import io.mdm.enrollment.api.Links;
import io.mdm.enrollment.api.MailState;
import io.mdm.enrollment.api.RecipientOutcome;
import io.mdm.enrollment.api.ReportQuery;
import io.mdm.enrollment.api.http.BodyError;
import io.mdm.enrollment.api.http.BodyRefused;
import io.mdm.enrollment.web.answer.WireName;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the query parameters of a report; all that are wrong are reported together. */
final class ReportParameters {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final int MOST_ITEMS = 10_000;
    private static final int USUAL_ITEMS = 100;
    private static final Map<String, RecipientOutcome> OUTCOMES = byWireName(RecipientOutcome.values());
    private static final Map<String, MailState> MAILS = byWireName(MailState.values());

    private final List<BodyError> errors = new ArrayList<>();
    private final MultivaluedMap<String, String> parameters;

    ReportParameters(MultivaluedMap<String, String> parameters) {
        this.parameters = parameters;
    }

    /** @throws BodyRefused when a parameter is not as documented */
    ReportQuery query(String organizationId, String batchId, Links links) {
        var query = new ReportQuery(
                organizationId,
                batchId,
                number("page", Integer.MAX_VALUE, 1),
                number("limit", MOST_ITEMS, USUAL_ITEMS),
                oneOf("outcome", OUTCOMES),
                oneOf("mail", MAILS),
                links);
        if (!errors.isEmpty()) {
            throw new BodyRefused(errors);
        }
        return query;
    }

    private static <T extends Enum<T>> Map<String, T> byWireName(T[] constants) {
        return Stream.of(constants).collect(Collectors.toMap(WireName::of, Function.identity()));
    }

    private int number(String name, int most, int usual) {
        return single(name)
                .map(text -> {
                    int number = WHOLE_NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
                    if (number < 1 || number > most) {
                        refuse(name, "number.base", "must be a whole number from 1 to " + most);
                    }
                    return number;
                })
                .orElse(usual);
    }

    private <T> Optional<T> oneOf(String name, Map<String, T> values) {
        return single(name).map(text -> {
            if (!values.containsKey(text)) {
                refuse(
                        name,
                        "any.only",
                        "must be one of "
                                + String.join(
                                        ", ", values.keySet().stream().sorted().toList()));
            }
            return values.get(text);
        });
    }

    private Optional<String> single(String name) {
        var values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            refuse(name, "array.max", "must be given once");
        }
        return values.stream().findFirst();
    }

    private void refuse(String name, String type, String message) {
        errors.add(new BodyError(List.of(name), type, name + " " + message));
    }
}
