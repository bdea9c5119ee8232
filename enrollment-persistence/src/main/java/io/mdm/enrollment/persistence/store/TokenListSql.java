package io.mdm.enrollment.persistence.store;

import static io.mdm.enrollment.persistence.store.InstantConverter.timestamp;
import static io.mdm.enrollment.persistence.store.SqlFragment.none;
import static io.mdm.enrollment.persistence.store.SqlFragment.sql;

import io.mdm.enrollment.api.token.IssuedToken.State;
import io.mdm.enrollment.api.token.TokenQuery;
import io.mdm.enrollment.api.token.TokenQuery.Direction;
import io.mdm.enrollment.api.token.TokenQuery.Sort;
import io.mdm.enrollment.domain.recipient.Recipient;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;

/**
 * Statement behind a list of tokens: one row with one page and the total.
 *
 * <p>What narrows the list is worked out before anything is put in order, or the planner, who cannot guess how rare a
 * text is, walks all tokens in order; without that the order is the one of an index.
 */
final class TokenListSql {
    private final TokenQuery query;
    private final Instant now;

    private TokenListSql(TokenQuery query, Instant now) {
        this.query = query;
        this.now = now;
    }

    static SqlFragment of(TokenQuery query, Instant now) {
        return new TokenListSql(query, now).list();
    }

    private SqlFragment list() {
        return sql("with ")
                .then(names())
                .then(isNarrow() || byName() ? "found as materialized (" : "found as not materialized (")
                .then("select t.id, t.batch_id, t.batch_index, ")
                .then(sortKey())
                .then(" as key\nfrom enrollment.enrollment_token t\n")
                .then(byName() ? "join named on named.id = t.batch_id\n" : "")
                .then("where t.organization_id = ?\n", query.organizationId())
                .then(states())
                .then(user())
                .then(SettingsConditions.of(query))
                .then(search())
                .then(")\n")
                .then(page());
    }

    private SqlFragment page() {
        var direction = query.direction() == Direction.ASC ? " asc" : " desc";
        var key = query.sort() == Sort.CREATED_AT ? "" : "key" + direction + " nulls last, ";
        return sql("select (select count(*) from found) as total, array(select id from found order by ")
                .then(key + "batch_id" + direction + ", batch_index" + direction)
                .then(" limit ? offset ?) as page", query.limit(), (query.page() - 1L) * query.limit());
    }

    private boolean isNarrow() {
        return query.mdmUserId().isPresent()
                || query.winPolicyId().isPresent()
                || query.segmentId().isPresent()
                || query.search().isPresent();
    }

    private boolean byName() {
        return query.sort() == Sort.DISPLAY_NAME;
    }

    private SqlFragment names() {
        return byName()
                ? sql(
                        "named as materialized (select id, settings::jsonb ->> 'displayName' as name"
                                + " from enrollment.enrollment_batch where organization_id = ?),\n",
                        query.organizationId())
                : none();
    }

    private SqlFragment sortKey() {
        return switch (query.sort()) {
            case CREATED_AT -> sql("t.created_at");
            case UPDATED_AT -> sql("t.updated_at");
            case EXPIRE_AT -> sql("t.expire_at");
            case DISPLAY_NAME ->
                sql("case when t.settings is null then named.name else t.settings::jsonb ->> 'displayName' end");
            case EMAIL -> sql("lower(t.email)");
            case STATE ->
                sql(
                        "case when t.state = 'PENDING' and t.expire_at <= ? then 'EXPIRED' else t.state end",
                        timestamp(now));
        };
    }

    private SqlFragment states() {
        var states = query.states().isEmpty() ? EnumSet.complementOf(EnumSet.of(State.DELETED)) : query.states();
        return states.size() == State.values().length
                ? none()
                : states.stream()
                        .map(this::isIn)
                        .sorted(Comparator.comparing(SqlFragment::text))
                        .reduce((some, next) -> some.then(" or ").then(next))
                        .map(any -> sql("and (").then(any).then(")\n"))
                        .orElseThrow();
    }

    private SqlFragment isIn(State state) {
        return switch (state) {
            case PENDING -> sql("t.state = 'PENDING' and t.expire_at > ?", timestamp(now));
            case EXPIRED -> sql("t.state = 'PENDING' and t.expire_at <= ?", timestamp(now));
            case DONE, DELETED -> sql("t.state = '" + state + "'");
        };
    }

    private SqlFragment user() {
        return query.mdmUserId()
                .map(user -> sql("and t.mdm_user_id = ?\n", user))
                .orElse(none());
    }

    private SqlFragment search() {
        return query.search()
                .map(text -> sql("and (")
                        .then(addressLike(text))
                        .then(SettingsConditions.nameLike(query.organizationId(), pattern(text)))
                        .then(")\n"))
                .orElse(none());
    }

    private static SqlFragment addressLike(String text) {
        return Recipient.fragments(text).stream()
                .map(fragment -> sql("lower(t.email) like lower(?) or ", pattern(fragment)))
                .reduce(none(), SqlFragment::then);
    }

    private static String pattern(String text) {
        return "%" + text.replaceAll("[\\\\%_]", "\\\\$0") + "%";
    }
}
