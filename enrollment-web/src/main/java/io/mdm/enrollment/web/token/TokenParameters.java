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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Query parameters of a list of tokens. */
final class TokenParameters {
    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_SEARCH_UNITS = 128;
    private static final Pattern ORDER = Pattern.compile("([\\w.]*)(?::(asc|desc))?");
    private static final Map<String, Sort> SORTS = WireName.index(Sort.values());
    private static final Map<String, State> STATES =
            Stream.of(State.values()).collect(Collectors.toMap(State::name, Function.identity()));

    private final QueryParameters parameters;

    TokenParameters(MultivaluedMap<String, String> parameters) {
        this.parameters = new QueryParameters(parameters);
    }

    /** @throws RequestRefused if a parameter is invalid */
    TokenQuery query(String organizationId, LinkVisibility links) {
        var order = parameters.matching("sort", TokenParameters::isOrder, "one of " + sorts() + ", with :asc or :desc");
        var user = parameters.id("mdm-user");
        var policy = parameters.id("win-policy");
        var segment = parameters.wholeNumber("segmentId");
        var search = parameters
                .matching("search", TokenParameters::isSearch, "a line of at most 128 characters")
                .filter(text -> !text.isEmpty());
        int page = parameters.page();
        int limit = parameters.limit(DEFAULT_LIMIT);
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
                segment,
                search,
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

    private static boolean isSearch(String text) {
        return text.length() <= MAX_SEARCH_UNITS && text.chars().noneMatch(Character::isISOControl);
    }

    private static boolean isOrder(String text) {
        var order = ORDER.matcher(text);
        return order.matches() && (order.group(1).isEmpty() || SORTS.containsKey(order.group(1)));
    }

    /** The default is newest first. */
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
