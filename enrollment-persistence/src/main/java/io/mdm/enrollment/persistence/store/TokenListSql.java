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
 * text is, walks all tokens in order. Policy, segment, tags and display name are properties of batches, so they lead
 * from the batches to their tokens; the few tokens with settings of their own are a second source. Without any of them
 * the order is the one of an index.
 */
final class TokenListSql {
    private final TokenQuery query;
    private final SqlFragment conditions;
    private final SqlFragment sortKey;
    private final List<Source> listed;
    private final List<Source> counted;

    private TokenListSql(TokenQuery query, Instant now) {
        this.query = query;
        this.conditions = TokenConditions.of(query, now);
        this.sortKey = sortKey(query.sort(), now);
        var byBatch = List.of(new Source("inherited", this::inheriting), new Source("own", this::changed));
        var all = List.of(new Source("found", first -> rows(none(), first)));
        this.listed = SettingsConditions.areIn(query) || isByName() ? byBatch : all;
        this.counted = SettingsConditions.areIn(query) || isMaterialized() ? listed : all;
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
                .then(joined(",\n", counted.stream().map(this::definition)))
                .then("\nselect ")
                .then(joined(" + ", counted.stream().map(source -> sql("(select count(*) from " + source.name + ")"))))
                .then(" as total, array(\nselect id from (")
                .then(joined("\nunion all ", listed.stream().map(this::firstOnes)))
                .then(") candidate order by " + order() + " limit ? offset ?) as page", query.limit(), offset());
    }

    private SqlFragment definition(Source source) {
        return sql(source.name + (isMaterialized() ? " as materialized (" : " as not materialized ("))
                .then(source.rows.apply(none()))
                .then(")");
    }

    /**
     * Those that can be on the page. In the order of their batches they are taken batch by batch until there are
     * enough.
     */
    private SqlFragment firstOnes(Source source) {
        var first = first(order());
        return isMaterialized() || (query.sort() != Sort.CREATED_AT && !isByName())
                ? sql("(select * from " + source.name + " ").then(first).then(")")
                : sql("(").then(source.rows.apply(first)).then(")");
    }

    private SqlFragment inheriting(SqlFragment first) {
        return sql("select t.id, b.id as batch_id, t.batch_index, " + (isByName() ? "b.name" : "t.key")
                        + " as key\nfrom ")
                .then(batches())
                .then("b cross join lateral (")
                .then(rows(
                        sql("and t.batch_id = b.id and t.settings is null\n"),
                        first.text().isEmpty() ? none() : first(issueOrder())))
                .then(") t where ")
                .then(SettingsConditions.ofBatch(query))
                .then(first);
    }

    /**
     * In the order of their names already, where that is asked for: the planner would put all their tokens in order.
     */
    private SqlFragment batches() {
        return sql(
                        "(select id, list_settings, tags, " + nameIn("b")
                                + " as name from enrollment.enrollment_batch b" + " where organization_id = ?",
                        query.organizationId())
                .then(query.batchId().map(id -> sql(" and id = ?", id)).orElse(none()))
                .then(isByName() ? " order by name" + direction() + " nulls last, id" + direction() : "")
                .then(") ");
    }

    private SqlFragment changed(SqlFragment first) {
        return rows(sql("and t.settings is not null and ").then(SettingsConditions.ofToken(query)), first);
    }

    private SqlFragment rows(SqlFragment condition, SqlFragment first) {
        return sql("select t.id, t.batch_id, t.batch_index, ")
                .then(sortKey)
                .then(" as key\nfrom enrollment.enrollment_token t\n")
                .then("where t.organization_id = ?\n", query.organizationId())
                .then(condition)
                .then(conditions)
                .then(first);
    }

    private boolean isMaterialized() {
        return query.mdmUserId().isPresent() || query.search().isPresent();
    }

    private boolean isByName() {
        return query.sort() == Sort.DISPLAY_NAME;
    }

    private static String nameIn(String table) {
        return table + ".list_settings ->> 'displayName'";
    }

    private long offset() {
        return (query.page() - 1L) * query.limit();
    }

    private SqlFragment first(String order) {
        return sql("order by " + order + " limit ?", offset() + query.limit());
    }

    private String order() {
        return query.sort() == Sort.CREATED_AT ? issueOrder() : "key" + direction() + " nulls last, " + issueOrder();
    }

    private String issueOrder() {
        return "batch_id" + direction() + ", batch_index" + direction();
    }

    private String direction() {
        return query.direction() == Direction.ASC ? " asc" : " desc";
    }

    private static SqlFragment sortKey(Sort sort, Instant now) {
        return switch (sort) {
            case CREATED_AT -> sql("t.created_at");
            case UPDATED_AT -> sql("t.updated_at");
            case EXPIRE_AT -> sql("t.expire_at");
            case DISPLAY_NAME -> sql(nameIn("t")); // of the few with settings of their own
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
