package io.mdm.enrollment.persistence.store;

import static io.mdm.enrollment.persistence.store.InstantConverter.instant;

import io.mdm.enrollment.api.webhook.WebhookFailure;
import io.mdm.enrollment.domain.webhook.EventCursor;
import io.mdm.enrollment.domain.webhook.WebhookProgress;
import io.mdm.enrollment.domain.webhook.WebhookProgresses;
import io.mdm.enrollment.persistence.store.EnrollmentDatabase.Null;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

@Dependent
class JdbcWebhookProgresses implements WebhookProgresses {
    private static final String PROGRESS = """
            webhook_id, position, tokens, end_position, end_tokens, failures, failing_since, last_failure, last_status,
            next_attempt_at, paused_at
            """;

    private final EnrollmentDatabase database;

    @Inject
    JdbcWebhookProgresses(EnrollmentDatabase database) {
        this.database = database;
    }

    @Override
    public Optional<WebhookProgress> find(String webhookId) {
        return database
                .query(
                        "select " + PROGRESS + " from enrollment.webhook_progress where webhook_id = ?",
                        JdbcWebhookProgresses::read,
                        webhookId)
                .stream()
                .findFirst();
    }

    @Override
    public WebhookProgress begin(String webhookId) {
        database.update("""
                insert into enrollment.webhook_progress (webhook_id, position)
                select ?, coalesce(max(position), 0) + 1 from enrollment.webhook_event
                on conflict do nothing
                """, webhookId);
        return find(webhookId).orElseThrow();
    }

    @Override
    public boolean replace(WebhookProgress present, WebhookProgress next) {
        int replaced = database.update(
                """
                update enrollment.webhook_progress set position = ?, tokens = ?, end_position = ?, end_tokens = ?,
                    failures = ?, failing_since = ?, last_failure = ?, last_status = ?, next_attempt_at = ?, paused_at = ?
                where webhook_id = ? and position = ? and tokens = ? and end_position is not distinct from ?
                    and end_tokens is not distinct from ? and failures = ?
                """,
                next.cursor().position(),
                next.cursor().tokens(),
                Null.or(next.end().orElse(null), EventCursor::position, Types.BIGINT),
                Null.or(next.end().orElse(null), EventCursor::tokens, Types.INTEGER),
                next.failures(),
                time(next.failingSince()),
                Null.or(next.lastFailure().orElse(null), Enum::name, Types.VARCHAR),
                number(next.lastStatus()),
                time(next.nextAttemptAt()),
                time(next.pausedAt()),
                present.webhookId(),
                present.cursor().position(),
                present.cursor().tokens(),
                Null.or(present.end().orElse(null), EventCursor::position, Types.BIGINT),
                Null.or(present.end().orElse(null), EventCursor::tokens, Types.INTEGER),
                present.failures());
        return replaced > 0;
    }

    private static Object time(Optional<Instant> instant) {
        return Null.or(instant.orElse(null), InstantConverter::timestamp, Types.TIMESTAMP_WITH_TIMEZONE);
    }

    private static Object number(OptionalInt number) {
        return Null.or(number.isPresent() ? number.getAsInt() : null, Function.identity(), Types.INTEGER);
    }

    private static WebhookProgress read(ResultSet row) throws SQLException {
        return new WebhookProgress(
                row.getString(1),
                new EventCursor(row.getLong(2), row.getInt(3)),
                end(row),
                row.getInt(6),
                instant(row, 7),
                Optional.ofNullable(row.getString(8)).map(WebhookFailure::valueOf),
                status(row),
                instant(row, 10),
                instant(row, 11));
    }

    private static Optional<EventCursor> end(ResultSet row) throws SQLException {
        long position = row.getLong(4);
        return row.wasNull() ? Optional.empty() : Optional.of(new EventCursor(position, row.getInt(5)));
    }

    private static OptionalInt status(ResultSet row) throws SQLException {
        int status = row.getInt(9);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(status);
    }
}
