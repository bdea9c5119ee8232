package io.mdm.enrollment.persistence.store;

import static io.mdm.enrollment.persistence.store.InstantConverter.timestamp;
import static io.mdm.enrollment.persistence.store.SqlFragment.none;
import static io.mdm.enrollment.persistence.store.SqlFragment.sql;

import io.mdm.enrollment.api.report.BatchQuery;
import io.mdm.enrollment.api.report.BatchQuery.Sort;
import io.mdm.enrollment.api.report.BatchQuery.State;
import java.time.Instant;

/** Statement behind a list of bulks: one row with one page and the total. */
final class BatchListSql {
    /**
     * Whether a batch has a live token. A batch whose last token has expired is not looked into; in another one the
     * search ends with the first live token. In the order of the batch's own index, or the planner would search all
     * pending tokens of the organization.
     */
    private static final String LIVE = """
            b.last_expire_at > ? and coalesce((
                select true from enrollment.enrollment_token t
                where t.organization_id = b.organization_id and t.batch_id = b.id
                  and t.state = 'PENDING' and t.expire_at > ?
                order by t.batch_index limit 1), false)
            """;

    private BatchListSql() {}

    static SqlFragment of(BatchQuery query, Instant now) {
        var direction = " " + query.direction();
        return sql(
                        "with found as materialized (select b.id, " + sortKey(query.sort())
                                + " as key from enrollment.enrollment_batch b where b.organization_id = ? and b.bulk\n",
                        query.organizationId())
                .then(query.state().map(state -> isIn(state, now)).orElse(none()))
                .then(query.search().map(BatchListSql::search).orElse(none()))
                .then(")\nselect (select count(*) from found) as total,\narray(select id from found order by key"
                        + direction + ", id" + direction)
                .then(" limit ? offset ?) as page", query.limit(), (query.page() - 1L) * query.limit());
    }

    private static SqlFragment isIn(State state, Instant now) {
        var live = sql("(" + LIVE + ")\n", timestamp(now), timestamp(now));
        return sql(state == State.LIVE ? "and " : "and not ").then(live);
    }

    private static SqlFragment search(String text) {
        var pattern = TextPattern.containing(text);
        return sql("""
                and (lower(b.list_settings ->> 'displayName') like lower(?) or exists (
                    select from jsonb_array_elements_text(b.tags) tag where lower(tag) like lower(?)))
                """, pattern, pattern);
    }

    /** Ids grow with time. */
    private static String sortKey(Sort sort) {
        return switch (sort) {
            case CREATED_AT -> "b.id";
            case EXPIRE_AT -> "b.expire_at";
            case TOTAL -> "b.total";
        };
    }
}
