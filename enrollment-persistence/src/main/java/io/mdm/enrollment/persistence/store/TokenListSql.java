package io.mdm.enrollment.persistence.store;

import static io.mdm.enrollment.persistence.store.InstantConverter.timestamp;
import static io.mdm.enrollment.persistence.store.SqlFragment.none;
import static io.mdm.enrollment.persistence.store.SqlFragment.sql;

import io.mdm.enrollment.api.token.TokenQuery;
import io.mdm.enrollment.api.token.TokenQuery.Direction;
import io.mdm.enrollment.api.token.TokenQuery.Sort;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Statement behind a list of tokens: one row with one page and the total.
 *
 * <p>A user and a search are worked out before anything is put in order, or the planner, who cannot guess how rare a
 * text is, walks all tokens in order. Policy and segment are properties of batches, so they lead from the batches to
 * their tokens; the few tokens with settings of their own are a second source. Without any of them the order is the one
 * of an index.
 */
final class TokenListSql {
    private final TokenQuery query;
    private final SqlFragment conditions;
    private final SqlFragment sortKey;
    private final List<Source> sources;

    private TokenListSql(TokenQuery query, Instant now) {
        this.query = query;
        this.conditions = TokenConditions.of(query, now);
        this.sortKey = sortKey(query.sort(), now);
        this.sources = SettingsConditions.areIn(query)
                ? List.of(new Source("inherited", this::inheriting), new Source("own", this::changed))
                : List.of(new Source("found", first -> rows(none(), first)));
    }

    static SqlFragment of(TokenQuery query, Instant now) {
        return new TokenListSql(query, now).list();
    }

    /**
     * Tokens from one place.
     *
     * @param rows the tokens; given order and limit, or nothing for all in no order
     */
    private record Source(String name, Function<SqlFragment, SqlFragment> rows) {}

    private SqlFragment list() {
        return sql("with ")
                .then(names())
                .then(joined(",\n", sources.stream().map(this::definition)))
                .then("\nselect ")
                .then(joined(" + ", sources.stream().map(source -> sql("(select count(*) from " + source.name + ")"))))
                .then(" as total, array(\nselect id from (")
                .then(joined("\nunion all ", sources.stream().map(this::firstOnes)))
                .then(") candidate order by " + order() + " limit ? offset ?) as page", query.limit(), offset());
    }

    private SqlFragment definition(Source source) {
        return sql(source.name + (isMaterialized() ? " as materialized (" : " as not materialized ("))
                .then(source.rows.apply(none()))
                .then(")");
    }

    /** Those that can be on the page. In order of issue they are taken batch by batch until there are enough. */
    private SqlFragment firstOnes(Source source) {
        var first = sql("order by " + order() + " limit ?", offset() + query.limit());
        return isMaterialized() || query.sort() != Sort.CREATED_AT
                ? sql("(select * from " + source.name + " ").then(first).then(")")
                : sql("(").then(source.rows.apply(first)).then(")");
    }

    private SqlFragment inheriting(SqlFragment first) {
        return sql("select t.id, b.id as batch_id, t.batch_index, t.key\nfrom enrollment.enrollment_batch b cross join lateral (")
                .then(rows(sql("and t.batch_id = b.id and t.settings is null\n"), first))
                .then(") t where b.organization_id = ? and ", query.organizationId())
                .then(SettingsConditions.of(query, "b.list_settings"))
                .then(first);
    }

    private SqlFragment changed(SqlFragment first) {
        return rows(
                sql("and t.settings is not null and ").then(SettingsConditions.of(query, "t.list_settings")), first);
    }

    private SqlFragment rows(SqlFragment condition, SqlFragment first) {
        return sql("select t.id, t.batch_id, t.batch_index, ")
                .then(sortKey)
                .then(" as key\nfrom enrollment.enrollment_token t\n")
                .then(isByName() ? "join named on named.id = t.batch_id\n" : "")
                .then("where t.organization_id = ?\n", query.organizationId())
                .then(condition)
                .then(conditions)
                .then(first);
    }

    private boolean isMaterialized() {
        return query.mdmUserId().isPresent() || query.search().isPresent() || isByName();
    }

    private boolean isByName() {
        return query.sort() == Sort.DISPLAY_NAME;
    }

    private SqlFragment names() {
        return isByName()
                ? sql(
                        "named as materialized (select id, list_settings ->> 'displayName' as name"
                                + " from enrollment.enrollment_batch where organization_id = ?),\n",
                        query.organizationId())
                : none();
    }

    private long offset() {
        return (query.page() - 1L) * query.limit();
    }

    private String order() {
        var direction = query.direction() == Direction.ASC ? " asc" : " desc";
        var key = query.sort() == Sort.CREATED_AT ? "" : "key" + direction + " nulls last, ";
        return key + "batch_id" + direction + ", batch_index" + direction;
    }

    private static SqlFragment sortKey(Sort sort, Instant now) {
        return switch (sort) {
            case CREATED_AT -> sql("t.created_at");
            case UPDATED_AT -> sql("t.updated_at");
            case EXPIRE_AT -> sql("t.expire_at");
            case DISPLAY_NAME ->
                sql("case when t.settings is null then named.name else t.list_settings ->> 'displayName' end");
            case EMAIL -> sql("lower(t.email)");
            case STATE ->
                sql(
                        "case when t.state = 'PENDING' and t.expire_at <= ? then 'EXPIRED' else t.state end",
                        timestamp(now));
        };
    }

    private static SqlFragment joined(String separator, Stream<SqlFragment> fragments) {
        return fragments
                .collect(
                        Collectors.reducing((some, next) -> some.then(separator).then(next)))
                .orElseThrow();
    }
}
