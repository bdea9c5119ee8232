package io.mdm.enrollment.persistence.store;

import static io.mdm.enrollment.persistence.store.InstantConverter.timestamp;

import io.mdm.enrollment.api.spi.RelayReply;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.delivery.DeliveryLane;
import io.mdm.enrollment.domain.delivery.Invitations;
import io.mdm.enrollment.domain.delivery.PromisedInvitation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JdbcInvitations implements Invitations {
    /** The rows themselves do not know their organization, only their batch does. */
    private static final String IN_BATCH = """
            where batch_id = (select id from enrollment.enrollment_batch where organization_id = ? and id = ?)
            """;

    private static final String IN_LANE = IN_BATCH + "and mailing = ? and batch_index >= ? and batch_index < ?\n";

    @Inject
    EnrollmentDatabase database;

    @Override
    public void addAll(EnrollmentBatch batch, List<Integer> indexes) {
        Chunks.of(indexes, chunk -> database.update("""
                insert into enrollment.invitation (batch_id, state, attempts, batch_index)
                select ?, 'QUEUED', 0, i from unnest(?) as i
                """, batch.id(), Chunks.integers(chunk, Function.identity())));
    }

    /** The counter is the lock as well, and sparing a look through thousands of rows. */
    @Override
    public int beginMailing(EnrollmentBatch batch) {
        return database.query("""
                        update enrollment.enrollment_batch set mailings = mailings + 1 where organization_id = ? and id = ?
                        returning mailings
                        """, row -> row.getInt(1), batch.organizationId(), batch.id())
                .get(0);
    }

    @Override
    public void promiseAgain(EnrollmentBatch batch, int mailing, List<Integer> indexes, Instant now) {
        Chunks.of(
                indexes,
                chunk -> database.update(
                        """
                insert into enrollment.invitation (batch_id, state, attempts, mailing, queued_at, batch_index)
                select ?, 'QUEUED', 0, ?, ?, i from unnest(?) as i
                on conflict (batch_id, batch_index) do update set state = excluded.state, attempts = excluded.attempts,
                    last_reply = null, sent_at = null, next_attempt_at = null,
                    mailing = excluded.mailing, queued_at = excluded.queued_at
                """, batch.id(), mailing, timestamp(now), Chunks.integers(chunk, Function.identity())));
    }

    @Override
    public Set<Integer> sentOrPending(EnrollmentBatch batch) {
        return Set.copyOf(database.query(
                "select batch_index from enrollment.invitation " + IN_BATCH + "and state <> 'FAILED'",
                row -> row.getInt(1),
                batch.organizationId(),
                batch.id()));
    }

    @Override
    public List<PromisedInvitation> due(DeliveryLane lane, Instant now, int limit) {
        return database.query(
                """
                select batch_index, attempts, coalesce(queued_at,
                    (select created_at from enrollment.enrollment_batch b where b.id = batch_id))
                from enrollment.invitation
                """ + IN_LANE + """
                  and (state = 'QUEUED' or (state = 'DEFERRED' and next_attempt_at <= ?))
                order by batch_index limit ?
                """,
                row -> new PromisedInvitation(
                        row.getInt(1),
                        row.getInt(2),
                        row.getObject(3, OffsetDateTime.class).toInstant()),
                lane.organizationId(),
                lane.batchId(),
                lane.mailing(),
                lane.from(),
                lane.to(),
                timestamp(now),
                limit);
    }

    @Override
    public boolean isPending(DeliveryLane lane, int index) {
        return !database.query(
                        "select 1 from enrollment.invitation " + IN_BATCH
                                + "and mailing = ? and batch_index = ? and state in ('QUEUED', 'DEFERRED')",
                        row -> true,
                        lane.organizationId(),
                        lane.batchId(),
                        lane.mailing(),
                        index)
                .isEmpty();
    }

    @Override
    public Optional<Instant> nextDue(DeliveryLane lane) {
        return database
                .query(
                        "select next_attempt_at from enrollment.invitation " + IN_LANE + """
                          and state in ('QUEUED', 'DEFERRED')
                        order by next_attempt_at nulls first limit 1
                        """,
                        row -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)
                                .orElse(Instant.EPOCH),
                        lane.organizationId(),
                        lane.batchId(),
                        lane.mailing(),
                        lane.from(),
                        lane.to())
                .stream()
                .findFirst();
    }

    @Override
    public void sent(DeliveryLane lane, int index, RelayReply reply, Instant now) {
        mark(
                lane,
                index,
                "state = 'SENT', attempts = attempts + 1, last_reply = ?, sent_at = ?",
                reply.code(),
                timestamp(now));
    }

    @Override
    public void deferred(DeliveryLane lane, int index, Optional<RelayReply> reply, Instant nextAttemptAt) {
        mark(
                lane,
                index,
                "state = 'DEFERRED', attempts = attempts + 1, last_reply = ?, next_attempt_at = ?",
                code(reply),
                timestamp(nextAttemptAt));
    }

    @Override
    public void postponed(DeliveryLane lane, int index, Instant nextAttemptAt) {
        mark(lane, index, "state = 'DEFERRED', next_attempt_at = ?", timestamp(nextAttemptAt));
    }

    @Override
    public void outcomeUnknown(DeliveryLane lane, int index, Instant nextAttemptAt) {
        mark(lane, index, "state = 'DEFERRED', next_attempt_at = ?", timestamp(nextAttemptAt));
    }

    @Override
    public void failed(DeliveryLane lane, int index, Optional<RelayReply> reply) {
        mark(lane, index, "state = 'FAILED', attempts = attempts + 1, last_reply = ?", code(reply));
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
        database.update(
                "update enrollment.invitation set state = 'FAILED'\n" + IN_BATCH
                        + "and batch_index = ? and state in ('QUEUED', 'DEFERRED')",
                batch.organizationId(),
                batch.id(),
                index);
    }

    private static @Nullable Integer code(Optional<RelayReply> reply) {
        return reply.map(RelayReply::code).orElse(null);
    }

    private void mark(DeliveryLane lane, int index, String change, @Nullable Object... values) {
        var parameters = Stream.concat(
                Arrays.stream(values), Stream.of(lane.organizationId(), lane.batchId(), lane.mailing(), index));
        database.update(
                "update enrollment.invitation set " + change + "\n" + IN_BATCH + "and mailing = ? and batch_index = ?",
                parameters.toArray());
    }
}
