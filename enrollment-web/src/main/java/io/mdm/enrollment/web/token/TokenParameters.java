package io.mdm.enrollment.web.token;

import io.mdm.enrollment.api.http.RequestRefused;
import io.mdm.enrollment.api.token.IssuedToken.State;
import io.mdm.enrollment.api.token.LinkVisibility;
import io.mdm.enrollment.api.token.TokenQuery;
import io.mdm.enrollment.api.token.TokenQuery.Sort;
import io.mdm.enrollment.web.body.QueryParameters;
import io.mdm.enrollment.web.body.SortOrder;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Query parameters of a list of tokens. */
final class TokenParameters {
    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_TAGS = 64;
    private static final Map<String, State> STATES =
            Stream.of(State.values()).collect(Collectors.toMap(State::name, Function.identity()));

    private final QueryParameters parameters;

    TokenParameters(MultivaluedMap<String, String> parameters) {
        this.parameters = new QueryParameters(parameters);
    }

    /** @throws RequestRefused if a parameter is invalid */
    TokenQuery query(String organizationId, LinkVisibility links) {
        var order = SortOrder.read(parameters, Sort.values(), Sort.CREATED_AT);
        var bulk = parameters.id("bulk");
        var user = parameters.id("mdm-user");
        var policy = parameters.id("win-policy");
        var segment = parameters.wholeNumber("segmentId");
        var tags = parameters.lines("tag", MAX_TAGS);
        var search = parameters.search();
        int page = parameters.page();
        int limit = parameters.limit(DEFAULT_LIMIT);
        var states = states();
        parameters.refuseIfAny();
        return new TokenQuery(
                organizationId,
                page,
                limit,
                order.key(),
                order.direction(),
                bulk,
                user,
                policy,
                states,
                segment,
                tags,
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
}
