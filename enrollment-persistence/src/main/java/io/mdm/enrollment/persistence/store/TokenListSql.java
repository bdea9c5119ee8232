package io.mdm.enrollment.persistence.store;

import io.mdm.enrollment.api.IssuedToken.State;
import io.mdm.enrollment.api.TokenQuery;
import io.mdm.enrollment.api.TokenQuery.Direction;
import io.mdm.enrollment.api.TokenQuery.Sort;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The statement behind a list of tokens. It looks into settings only when it must, and then once per batch: parsing them
 * for every token would take seconds for a million. The order in which tokens were issued is that of an index.
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

    /** The ids of one page. */
    static TokenListSql page(TokenQuery query, Instant now) {
        var statement = new TokenListSql(query, now);
        statement.select("t.id", query.sort() == Sort.DISPLAY_NAME);
        var direction = query.direction() == Direction.ASC ? " asc" : " desc";
        statement.sql.append("order by ");
        if (query.sort() != Sort.CREATED_AT) {
            statement.sql.append(statement.sortKey()).append(direction).append(" nulls last, ");
        }
        statement.sql.append("t.batch_id" + direction + ", t.batch_index" + direction + " limit ? offset ?");
        statement.parameters.add(query.limit());
        statement.parameters.add((query.page() - 1L) * query.limit());
        return statement;
    }

    static TokenListSql count(TokenQuery query, Instant now) {
        var statement = new TokenListSql(query, now);
        statement.select("count(*)", false);
        return statement;
    }

    String text() {
        return sql.toString();
    }

    Object[] parameters() {
        return parameters.toArray();
    }

    private void select(String what, boolean byName) {
        boolean settings = byName
                || query.winPolicyId().isPresent()
                || query.segmentId().isPresent()
                || query.search().isPresent();
        if (settings) {
            sql.append("with b as materialized (select id, settings::jsonb" + NAME + " as name, ");
            fits("settings::jsonb");
            sql.append(" as fits, ");
            isCalled("settings::jsonb");
            sql.append(" as called from enrollment.enrollment_batch where organization_id = ?)\n");
            parameters.add(query.organizationId());
        }
        sql.append("select ").append(what).append(" from enrollment.enrollment_token t\n");
        sql.append(settings ? "join b on b.id = t.batch_id\n" : "").append("where t.organization_id = ?\n");
        parameters.add(query.organizationId());
        states();
        query.mdmUserId().ifPresent(user -> and("t.mdm_user_id = ?", user));
        if (settings) {
            sql.append("and case when t.settings is null then b.fits else ");
            fits("t.settings::jsonb");
            sql.append(" end\n");
        }
        query.search().ifPresent(text -> {
            and("(t.email ilike ? or case when t.settings is null then b.called else ", pattern(text));
            isCalled("t.settings::jsonb");
            sql.append(" end)\n");
        });
    }

    private void and(String condition, Object parameter) {
        sql.append("and ").append(condition).append('\n');
        parameters.add(parameter);
    }

    private void fits(String settings) {
        sql.append("(true");
        query.winPolicyId().ifPresent(policy -> {
            sql.append(" and (%1$s ->> 'winPolicyId' = ? or %1$s -> 'winPolicyAssignments' @> ?::jsonb)"
                    .formatted(settings));
            parameters.add(policy);
            parameters.add("[{\"winPolicyId\":\"" + policy + "\"}]");
        });
        query.segmentId().ifPresent(segment -> {
            sql.append(" and (%s ->> 'segmentId')::bigint = ?".formatted(settings));
            parameters.add(segment);
        });
        sql.append(" is true)");
    }

    private void isCalled(String settings) {
        query.search()
                .ifPresentOrElse(
                        text -> {
                            sql.append("(").append(settings).append(NAME).append(" ilike ?) is true");
                            parameters.add(pattern(text));
                        },
                        () -> sql.append("true"));
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

    private String sortKey() {
        return switch (query.sort()) {
            case CREATED_AT -> "t.created_at";
            case UPDATED_AT -> "t.updated_at";
            case EXPIRE_AT -> "t.expire_at";
            case DISPLAY_NAME -> "case when t.settings is null then b.name else t.settings::jsonb" + NAME + " end";
            case EMAIL -> "lower(t.email)";
            case STATE -> stateKey();
        };
    }

    private String stateKey() {
        parameters.add(InstantConverter.timestamp(now));
        return "case when t.state = 'PENDING' and t.expire_at <= ? then 'EXPIRED' else t.state end";
    }
}
