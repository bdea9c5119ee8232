package io.mdm.enrollment.persistence.store;

import io.mdm.enrollment.api.token.IssuedToken.State;
import io.mdm.enrollment.api.token.TokenQuery;
import io.mdm.enrollment.api.token.TokenQuery.Direction;
import io.mdm.enrollment.api.token.TokenQuery.Sort;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The statement behind a list of tokens: one row with one page and the total.
 *
 * <p>Settings are looked into once per batch, and at a token only when it has its own: parsing them for every token would
 * take seconds for a million. What narrows the list is worked out before anything is put in order, or the planner, who
 * cannot guess how rare a text is, walks all tokens in order; without that the order is the one of an index.
 */
final class TokenListSql {
    private static final String NAME = " ->> 'displayName'";

    private final TokenQuery query;
    private final Instant now;
    private final List<Object> parameters = new ArrayList<>();
    private final StringBuilder sql = new StringBuilder();

    private TokenListSql(TokenQuery query, Instant now) {
        this.query = query;
        this.now = now;
    }

    static TokenListSql of(TokenQuery query, Instant now) {
        var statement = new TokenListSql(query, now);
        statement.write();
        return statement;
    }

    String text() {
        return sql.toString();
    }

    Object[] parameters() {
        return parameters.toArray();
    }

    private void write() {
        names();
        sql.append(isNarrow() || byName() ? "found as materialized (" : "found as not materialized (")
                .append("select t.id, t.batch_id, t.batch_index, ");
        sortKey();
        sql.append(" as key\nfrom enrollment.enrollment_token t\n")
                .append(byName() ? "join named on named.id = t.batch_id\n" : "")
                .append("where t.organization_id = ?\n");
        parameters.add(query.organizationId());
        conditions();
        var direction = query.direction() == Direction.ASC ? " asc" : " desc";
        sql.append(")\nselect (select count(*) from found) as total, array(select id from found order by ")
                .append(query.sort() == Sort.CREATED_AT ? "" : "key" + direction + " nulls last, ")
                .append("batch_id" + direction + ", batch_index" + direction + " limit ? offset ?) as page");
        parameters.add(query.limit());
        parameters.add((query.page() - 1L) * query.limit());
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

    private void names() {
        sql.append("with ");
        if (byName()) {
            sql.append("named as materialized (select id, settings::jsonb" + NAME
                    + " as name from enrollment.enrollment_batch where organization_id = ?),\n");
            parameters.add(query.organizationId());
        }
    }

    private void conditions() {
        states();
        query.mdmUserId().ifPresent(user -> and("t.mdm_user_id = ?\n", user));
        if (query.winPolicyId().isPresent() || query.segmentId().isPresent()) {
            sql.append("and (");
            inSettings(this::fits);
            sql.append(")\n");
        }
        query.search().ifPresent(text -> {
            and("(lower(t.email) like lower(?) or ", pattern(text));
            inSettings(settings -> isCalled(settings, text));
            sql.append(")\n");
        });
    }

    private void and(String condition, Object parameter) {
        sql.append("and ").append(condition);
        parameters.add(parameter);
    }

    /** Whether the settings that hold for a token meet the condition. */
    private void inSettings(Consumer<String> condition) {
        sql.append("t.settings is null and t.batch_id = any(array(select id from enrollment.enrollment_batch"
                + " where organization_id = ? and ");
        parameters.add(query.organizationId());
        condition.accept("settings::jsonb");
        sql.append(")) or t.settings is not null and ");
        condition.accept("t.settings::jsonb");
    }

    private void fits(String settings) {
        sql.append("true ");
        query.winPolicyId().ifPresent(policy -> {
            and(
                    "(%1$s ->> 'winPolicyId' = ? or %1$s -> 'winPolicyAssignments' @> ?::jsonb) ".formatted(settings),
                    policy);
            parameters.add("[{\"winPolicyId\":\"" + policy + "\"}]");
        });
        query.segmentId().ifPresent(segment -> and("(%s ->> 'segmentId')::bigint = ?".formatted(settings), segment));
    }

    private void isCalled(String settings, String text) {
        sql.append("lower(").append(settings).append(NAME).append(") like lower(?)");
        parameters.add(pattern(text));
    }

    private static String pattern(String text) {
        return "%" + text.replaceAll("[\\\\%_]", "\\\\$0") + "%";
    }

    private void states() {
        var conditions = query.states().stream().map(this::condition).sorted().collect(Collectors.joining(" or "));
        if (query.states().size() < State.values().length) {
            sql.append("and (").append(conditions).append(")\n");
            query.states().stream()
                    .filter(state -> state == State.PENDING || state == State.EXPIRED)
                    .forEach(state -> parameters.add(InstantConverter.timestamp(now)));
        }
    }

    private String condition(State state) {
        return switch (state) {
            case PENDING -> "t.state = 'PENDING' and t.expire_at > ?";
            case EXPIRED -> "t.state = 'PENDING' and t.expire_at <= ?";
            case DONE, DELETED -> "t.state = '" + state + "'";
        };
    }

    private void sortKey() {
        sql.append(
                switch (query.sort()) {
                    case CREATED_AT -> "t.created_at";
                    case UPDATED_AT -> "t.updated_at";
                    case EXPIRE_AT -> "t.expire_at";
                    case DISPLAY_NAME ->
                        "case when t.settings is null then named.name else t.settings::jsonb" + NAME + " end";
                    case EMAIL -> "lower(t.email)";
                    case STATE -> "case when t.state = 'PENDING' and t.expire_at <= ? then 'EXPIRED' else t.state end";
                });
        if (query.sort() == Sort.STATE) {
            parameters.add(InstantConverter.timestamp(now));
        }
    }
}
