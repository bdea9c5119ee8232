package io.mdm.enrollment.web.token;

import io.mdm.enrollment.api.http.RequestRefused;
import io.mdm.enrollment.api.token.IssuedToken.State;
import io.mdm.enrollment.api.token.LinkVisibility;
import io.mdm.enrollment.api.token.TokenQuery;
import io.mdm.enrollment.api.token.TokenQuery.Direction;
import io.mdm.enrollment.api.token.TokenQuery.Sort;
import io.mdm.enrollment.web.answer.WireName;
import io.mdm.enrollment.web.body.QueryParameters;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the query parameters of a list of tokens. */
final class TokenParameters {
    private static final int MAX_TOKENS = 10_000;
    private static final int DEFAULT_TOKENS = 20;
    private static final int MAX_SEARCH_UNITS = 128;
    private static final long MAX_SAFE = (1L << 53) - 1;
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{24}");
    private static final Pattern SEGMENT = Pattern.compile("[+-]?[0-9]{1,16}");
    private static final Pattern ORDER = Pattern.compile("([\\w.]*)(?::(asc|desc))?");
    private static final Map<String, Sort> SORTS =
            Stream.of(Sort.values()).collect(Collectors.toMap(WireName::of, Function.identity()));
    private static final Map<String, State> STATES =
            Stream.of(State.values()).collect(Collectors.toMap(State::name, Function.identity()));

    private final QueryParameters parameters;

    TokenParameters(MultivaluedMap<String, String> parameters) {
        this.parameters = new QueryParameters(parameters);
    }

    /** @throws RequestRefused when a parameter is not as documented */
    TokenQuery query(String organizationId, LinkVisibility links) {
        var order = parameters.matching("sort", TokenParameters::isOrder, "one of " + sorts() + ", with :asc or :desc");
        var user = id("mdm-user");
        var policy = id("win-policy");
        var segment = parameters.matching("segmentId", TokenParameters::isSegment, "a whole number");
        var search = parameters.matching("search", TokenParameters::isSearch, "a line of at most 128 characters");
        int page = parameters.number("page", Integer.MAX_VALUE, 1);
        int limit = parameters.number("limit", MAX_TOKENS, DEFAULT_TOKENS);
        var states = states();
        parameters.refuseIfAny();
        return new TokenQuery(
                organizationId,
                page,
                limit,
                sort(order),
                direction(order),
                user,
                policy,
                states,
                segment.map(Long::valueOf),
                search.filter(text -> !text.isEmpty()),
                links);
    }

    private Set<State> states() {
        var asked = parameters.someOf("state", STATES);
        var deleted = parameters.oneOf("show-deleted", Map.of("true", true, "false", false));
        if (!asked.isEmpty()) {
            return asked;
        }
        return deleted.orElse(false) ? EnumSet.allOf(State.class) : EnumSet.complementOf(EnumSet.of(State.DELETED));
    }

    private Optional<String> id(String name) {
        return parameters
                .matching(name, text -> ID.matcher(text).matches(), "24 hexadecimal digits")
                .map(text -> text.toLowerCase(Locale.ROOT));
    }

    private static boolean isSegment(String text) {
        return SEGMENT.matcher(text).matches() && Math.abs(Long.parseLong(text)) <= MAX_SAFE;
    }

    private static boolean isSearch(String text) {
        return text.length() <= MAX_SEARCH_UNITS && text.chars().noneMatch(Character::isISOControl);
    }

    private static boolean isOrder(String text) {
        var order = ORDER.matcher(text);
        return order.matches() && (order.group(1).isEmpty() || SORTS.containsKey(order.group(1)));
    }

    /** The newest first, unless something else is asked for. */
    private static Sort sort(Optional<String> order) {
        return order.map(text -> text.split(":", 2)[0])
                .flatMap(field -> Optional.ofNullable(SORTS.get(field)))
                .orElse(Sort.CREATED_AT);
    }

    private static Direction direction(Optional<String> order) {
        boolean descending =
                order.map(text -> text.isEmpty() || text.endsWith(":desc")).orElse(true);
        return descending ? Direction.DESC : Direction.ASC;
    }

    private static String sorts() {
        return SORTS.keySet().stream().sorted().collect(Collectors.joining(", "));
    }
}
