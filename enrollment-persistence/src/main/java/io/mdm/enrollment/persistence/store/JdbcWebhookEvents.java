package io.mdm.enrollment.persistence.store;

import static io.mdm.enrollment.persistence.store.InstantConverter.instant;
import static io.mdm.enrollment.persistence.store.InstantConverter.timestamp;
import static io.mdm.enrollment.persistence.store.SqlFragment.sql;

import io.mdm.enrollment.api.spi.EventType;
import io.mdm.enrollment.api.spi.ReportedEvent;
import io.mdm.enrollment.domain.webhook.EventCursor;
import io.mdm.enrollment.domain.webhook.EventRange;
import io.mdm.enrollment.domain.webhook.Webhook;
import io.mdm.enrollment.domain.webhook.WebhookEvents;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Events in tables. A row may stand for many tokens, so a cursor counts both. */
@Dependent
class JdbcWebhookEvents implements WebhookEvents {
    private static final Map<String, EventType> TYPES =
            Stream.of(EventType.values()).collect(Collectors.toMap(EventType::wireName, Function.identity()));

    private static final String END = "(select coalesce(max(position), 0) + 1 from enrollment.webhook_event)";

    /**
     * Moves rows in their order, and adds the created tokens to the creation of their batch. A request for one token is
     * no bulk request, so of that only the token is told.
     */
    private static final String PLACE =
            """
            with moved as materialized (
                delete from enrollment.webhook_outbox
                where id in (select id from enrollment.webhook_outbox order by id limit ?) returning *),
            known as (
                select m.*, b.bulk, b.total, b.success,
                    jsonb_build_object('organizationId', m.organization_id, 'bulkId', case when b.bulk then m.batch_id end) as ids
                from moved m left join enrollment.enrollment_batch b on b.id = m.batch_id),
            placed as (
                insert into enrollment.webhook_event (at, organization_id, batch_id, type, token_ids, data)
                select at, organization_id, batch_id, type, token_ids, data from (
                    select id, 0 as part, at, organization_id, batch_id, type, token_ids,
                        ids || coalesce(details::jsonb, '{}') || case when type = '%1$s'
                            then jsonb_build_object('total', total, 'success', success, 'fail', total - success)
                            else '{}' end as data
                    from known where type <> '%1$s' or bulk
                    union all
                    select id, 1 + part, at, organization_id, batch_id, '%2$s', chunk.token_ids, ids
                    from known cross join lateral (
                        select part, array_agg(t.id order by batch_index) as token_ids from (
                            select id, batch_index, (row_number() over (order by batch_index) - 1) / 1000 as part
                            from enrollment.enrollment_token
                            where organization_id = known.organization_id and batch_id = known.batch_id) t
                        group by part) chunk
                    where type = '%1$s') e
                order by id, part)
            select count(*) from moved
            """.formatted(EventType.BULK_CREATED.wireName(), EventType.TOKEN_CREATED.wireName());

    private final EnrollmentDatabase database;

    @Inject
    JdbcWebhookEvents(EnrollmentDatabase database) {
        this.database = database;
    }

    /** With its place in its row, and whether that is the last one. */
    private record PlacedEvent(long position, int token, boolean isLast, ReportedEvent event) {
        EventCursor end() {
            return isLast ? EventCursor.before(position + 1) : new EventCursor(position, token);
        }
    }

    @Override
    public int place(int limit) {
        database.query(
                "select pg_advisory_xact_lock(hashtextextended('enrollment webhook events', 0))", row -> row.getRow());
        database.update("""
                insert into enrollment.webhook_progress (webhook_id, position) select id, %s from mdm.webhook
                on conflict do nothing
                """.formatted(END));
        return database.query(PLACE, row -> row.getInt(1), limit).get(0);
    }

    @Override
    public List<String> waiting() {
        return database.query("""
                select w.id from mdm.webhook w join enrollment.webhook_progress p on p.webhook_id = w.id
                where p.paused_at is null and exists (
                    select from enrollment.webhook_event e where e.position >= p.position
                      and (w.organization_id is null or e.organization_id = w.organization_id))
                order by w.id
                """, row -> row.getString(1));
    }

    /** The end is read before the events: what comes in between has a later place. */
    @Override
    public EventRange after(Webhook webhook, EventCursor cursor, int limit) {
        var end = end();
        var found = database.query(
                events(webhook, cursor).then(" order by e.position, t.n limit ?", limit), JdbcWebhookEvents::read);
        return new EventRange(
                found.stream().map(PlacedEvent::event).toList(),
                found.isEmpty()
                        ? EventCursor.before(Math.max(end, cursor.position()))
                        : found.get(found.size() - 1).end());
    }

    @Override
    public EventRange between(Webhook webhook, EventCursor cursor, EventCursor end) {
        var found = database.query(
                events(webhook, cursor)
                        .then(
                                " and (e.position < ? or (e.position = ? and t.n <= ?))",
                                end.position(),
                                end.position(),
                                end.tokens())
                        .then(" order by e.position, t.n"),
                JdbcWebhookEvents::read);
        return new EventRange(found.stream().map(PlacedEvent::event).toList(), end);
    }

    @Override
    public EventCursor at(Instant instant) {
        return EventCursor.before(database.query(
                        "select coalesce((select min(position) from enrollment.webhook_event where at >= ?), " + END
                                + ")",
                        row -> row.getLong(1),
                        timestamp(instant))
                .get(0));
    }

    @Override
    public Optional<Instant> timeOfNext(Webhook webhook, EventCursor cursor) {
        return database
                .query(
                        events(webhook, cursor).then(" order by e.position, t.n limit 1"),
                        row -> read(row).event().at())
                .stream()
                .findFirst();
    }

    private long end() {
        return database.query("select " + END, row -> row.getLong(1)).get(0);
    }

    private static SqlFragment events(Webhook webhook, EventCursor cursor) {
        var types = List.copyOf(webhook.events());
        return sql(
                        """
                select e.position, t.n, t.n >= coalesce(cardinality(e.token_ids), 1), e.type, e.organization_id,
                    coalesce(t.id, e.batch_id), e.at,
                    case when t.id is null then e.data else e.data || jsonb_build_object('enrollmentTokenId', t.id) end
                from enrollment.webhook_event e cross join lateral (
                    select u.id, u.n from unnest(e.token_ids) with ordinality u (id, n)
                    union all select null, 1 where e.token_ids is null) t
                where e.position >= ? and (e.position > ? or t.n > ?) and e.type = any(?)
                """,
                        cursor.position(),
                        cursor.position(),
                        cursor.tokens(),
                        Chunks.strings(types, EventType::wireName))
                .then(webhook.organizationId()
                        .map(id -> sql(" and e.organization_id = ?", id))
                        .orElseGet(SqlFragment::none));
    }

    private static PlacedEvent read(ResultSet row) throws SQLException {
        long position = row.getLong(1);
        int token = row.getInt(2);
        return new PlacedEvent(
                position,
                token,
                row.getBoolean(3),
                new ReportedEvent(
                        position + "-" + token,
                        Optional.ofNullable(TYPES.get(row.getString(4))).orElseThrow(),
                        row.getString(5),
                        row.getString(6),
                        instant(row, 7).orElseThrow(),
                        row.getString(8)));
    }
}
