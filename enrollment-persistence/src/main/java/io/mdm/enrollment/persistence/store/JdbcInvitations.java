package io.mdm.enrollment.persistence.store;

import static io.mdm.enrollment.persistence.store.InstantConverter.instant;
import static io.mdm.enrollment.persistence.store.InstantConverter.timestamp;

import io.mdm.enrollment.api.spi.RelayReply;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.delivery.DeliveryLane;
import io.mdm.enrollment.domain.delivery.Invitations;
import io.mdm.enrollment.domain.delivery.PromisedInvitation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JdbcInvitations implements Invitations {
    private static final String CONFIRMED = "unconfirmed = greatest(unconfirmed - 1, 0)";
    private static final String ATTEMPTED = "attempts = attempts + 1, last_reply = ?, " + CONFIRMED;

    private final EnrollmentDatabase database;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    JdbcInvitations() {
        this(null);
    }

    @Inject
    JdbcInvitations(EnrollmentDatabase database) {
        this.database = database;
    }

    @Override
    public void addAll(EnrollmentBatch batch, List<Integer> indexes) {
        Chunks.of(indexes, chunk -> database.update("""
                insert into enrollment.invitation (batch_id, state, attempts, batch_index)
                select ?, 'QUEUED', 0, i from unnest(?) as i
                """, batch.id(), Chunks.integers(chunk, Function.identity())));
    }

    /** The counter serves as the lock, and saves a look through thousands of rows. */
    @Override
    public int beginMailing(EnrollmentBatch batch) {
        return database.query("""
                        update enrollment.enrollment_batch set mailings = mailings + 1 where organization_id = ? and id = ?
                        returning mailings
                        """, row -> row.getInt(1), batch.organizationId(), batch.id())
                .get(0);
    }

    @Override
    public Optional<Instant> resentAt(EnrollmentBatch batch, int index) {
        var row = InvitationRows.of(batch).and("batch_index = ? and queued_at is not null", index);
        return database
                .query(row.select("queued_at"), found -> instant(found, 1).orElseThrow())
                .stream()
                .findFirst();
    }

    @Override
    public Set<Integer> resentAfter(EnrollmentBatch batch, Instant instant) {
        var rows = InvitationRows.of(batch).and("queued_at > ?", timestamp(instant));
        return Set.copyOf(database.query(rows.select("batch_index"), row -> row.getInt(1)));
    }

    @Override
    public void promiseAgain(EnrollmentBatch batch, int mailing, List<Integer> indexes, Instant now) {
        Chunks.of(
                indexes,
                chunk -> database.update(
                        """
                insert into enrollment.invitation (batch_id, state, attempts, mailing, queued_at, batch_index)
                select ?, 'QUEUED', 0, ?, ?, i from unnest(?) as i
                on conflict (batch_id, batch_index) do update set state = excluded.state, attempts = excluded.attempts, unconfirmed = 0,
                    last_reply = null, sent_at = null, next_attempt_at = null,
                    mailing = excluded.mailing, queued_at = excluded.queued_at
                """, batch.id(), mailing, timestamp(now), Chunks.integers(chunk, Function.identity())));
    }

    @Override
    public Set<Integer> sentOrPending(EnrollmentBatch batch) {
        var rows = InvitationRows.of(batch).and("state <> 'FAILED'");
        return Set.copyOf(database.query(rows.select("batch_index"), row -> row.getInt(1)));
    }

    @Override
    public List<PromisedInvitation> due(DeliveryLane lane, Instant now, int limit) {
        return database.query(
                InvitationRows.of(lane)
                        .and("(state = 'QUEUED' or (state = 'DEFERRED' and next_attempt_at <= ?))", timestamp(now))
                        .select("""
                                batch_index, attempts, unconfirmed, coalesce(queued_at,
                                    (select created_at from enrollment.enrollment_batch b where b.id = batch_id))
                                """)
                        .then(" order by batch_index limit ?", limit),
                row -> new PromisedInvitation(
                        row.getInt(1),
                        row.getInt(2),
                        row.getInt(3),
                        instant(row, 4).orElseThrow()));
    }

    @Override
    public boolean claim(DeliveryLane lane, PromisedInvitation promised) {
        var row = InvitationRows.of(lane, promised.index()).pending().and("unconfirmed = ?", promised.unconfirmed());
        return database.update(row.update("unconfirmed = unconfirmed + 1")) > 0;
    }

    @Override
    public void released(DeliveryLane lane, int index) {
        mark(lane, index, CONFIRMED);
    }

    @Override
    public void putAside(DeliveryLane lane, int index, Instant nextAttemptAt) {
        mark(lane, index, "state = 'DEFERRED', next_attempt_at = ?, " + CONFIRMED, timestamp(nextAttemptAt));
    }

    @Override
    public Optional<Instant> nextDue(DeliveryLane lane) {
        var next = InvitationRows.of(lane)
                .pending()
                .select("next_attempt_at")
                .then(" order by next_attempt_at nulls first limit 1");
        return database.query(next, row -> instant(row, 1).orElse(Instant.EPOCH)).stream()
                .findFirst();
    }

    @Override
    public void sent(DeliveryLane lane, int index, RelayReply reply, Instant now) {
        mark(lane, index, "state = 'SENT', sent_at = ?, " + ATTEMPTED, timestamp(now), reply.code());
    }

    @Override
    public void deferred(DeliveryLane lane, int index, Optional<RelayReply> reply, Instant nextAttemptAt) {
        var changes = "state = 'DEFERRED', next_attempt_at = ?, " + ATTEMPTED;
        mark(
                lane,
                index,
                changes,
                timestamp(nextAttemptAt),
                reply.map(RelayReply::code).orElse(null));
    }

    @Override
    public void postponed(DeliveryLane lane, int index, Instant nextAttemptAt) {
        mark(lane, index, "state = 'DEFERRED', next_attempt_at = ?", timestamp(nextAttemptAt));
    }

    @Override
    public void outcomeUnknown(DeliveryLane lane, int index, Instant nextAttemptAt) {
        mark(
                lane,
                index,
                "state = 'DEFERRED', next_attempt_at = ?, attempts = attempts + 1, last_reply = null",
                timestamp(nextAttemptAt));
    }

    @Override
    public void failed(DeliveryLane lane, int index, Optional<RelayReply> reply) {
        mark(
                lane,
                index,
                "state = 'FAILED', " + ATTEMPTED,
                reply.map(RelayReply::code).orElse(null));
    }

    @Override
    public void abandoned(DeliveryLane lane, int index) {
        mark(lane, index, "state = 'FAILED'");
    }

    @Override
    public void suppressed(DeliveryLane lane, int index, RelayReply earlier) {
        mark(lane, index, "state = 'FAILED', last_reply = ?", earlier.code());
    }

    @Override
    public void withdraw(EnrollmentBatch batch, int index) {
        var row = InvitationRows.of(batch).and("batch_index = ?", index).pending();
        database.update(row.update("state = 'FAILED'"));
    }

    private void mark(DeliveryLane lane, int index, String changes, @Nullable Object... values) {
        database.update(InvitationRows.of(lane, index).update(changes, values));
    }
}
