package io.mdm.enrollment.persistence.store;

import static io.mdm.enrollment.persistence.store.InstantConverter.timestamp;
import static io.mdm.enrollment.persistence.store.SqlFragment.none;
import static io.mdm.enrollment.persistence.store.SqlFragment.sql;

import io.mdm.enrollment.api.token.IssuedToken.State;
import io.mdm.enrollment.api.token.TokenQuery;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;

/**
 * Conditions of a list on a token {@code t} itself: state, batch, user and search; policy, segment and tags are its
 * batch's.
 */
final class TokenConditions {
    private TokenConditions() {}

    /** One more condition for each of them that is asked for. */
    static SqlFragment of(TokenQuery query, Instant now) {
        return states(query, now).then(batch(query)).then(user(query)).then(search(query));
    }

    private static SqlFragment states(TokenQuery query, Instant now) {
        var states = query.states().isEmpty() ? EnumSet.complementOf(EnumSet.of(State.DELETED)) : query.states();
        return states.size() == State.values().length
                ? none()
                : states.stream()
                        .map(state -> isIn(state, now))
                        .sorted(Comparator.comparing(SqlFragment::text))
                        .reduce((some, next) -> some.then(" or ").then(next))
                        .map(any -> sql("and (").then(any).then(")\n"))
                        .orElseThrow();
    }

    private static SqlFragment isIn(State state, Instant now) {
        return switch (state) {
            case PENDING -> sql("t.state = 'PENDING' and t.expire_at > ?", timestamp(now));
            case EXPIRED -> sql("t.state = 'PENDING' and t.expire_at <= ?", timestamp(now));
            case DONE, DELETED -> sql("t.state = '" + state + "'");
        };
    }

    private static SqlFragment batch(TokenQuery query) {
        return query.batchId().map(batch -> sql("and t.batch_id = ?\n", batch)).orElse(none());
    }

    private static SqlFragment user(TokenQuery query) {
        return query.mdmUserId()
                .map(user -> sql("and t.mdm_user_id = ?\n", user))
                .orElse(none());
    }

    private static SqlFragment search(TokenQuery query) {
        return query.search()
                .map(text -> sql("and (")
                        .then(TextPattern.address("t.email", text))
                        .then(" or ")
                        .then(SettingsConditions.nameLike(query.organizationId(), TextPattern.containing(text)))
                        .then(")\n"))
                .orElse(none());
    }
}
