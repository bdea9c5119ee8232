package io.mdm.enrollment.persistence.store;

import static io.mdm.enrollment.persistence.store.InstantConverter.instant;
import static io.mdm.enrollment.persistence.store.InstantConverter.timestamp;

import io.mdm.enrollment.api.report.MailState;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.delivery.DeliveryLane;
import io.mdm.enrollment.domain.delivery.InvitationChange;
import io.mdm.enrollment.domain.delivery.Invitations;
import io.mdm.enrollment.domain.delivery.PromisedInvitation;
import io.mdm.enrollment.persistence.store.EnrollmentDatabase.Null;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JdbcInvitations implements Invitations {
    private static final String CHANGE = """
            update enrollment.invitation set state = coalesce(?, state), next_attempt_at = coalesce(?, next_attempt_at),
                sent_at = coalesce(?, sent_at), attempts = attempts + ?, unconfirmed = greatest(unconfirmed + ?, 0),
                last_reply = case when ? then last_reply else ? end
            where batch_id = (
                    select id from enrollment.enrollment_batch where organization_id = ? and id = ? and not (? and paused))
                and batch_index = ? and mailing = ?
                and (not ? or (state in ('QUEUED', 'DEFERRED') and unconfirmed = ?))
            """;

    /** Less than a statement may take: where a row is locked, the others of the group are soon written without it. */
    private static final Duration MAX_GROUP_TIME = Duration.ofSeconds(2);

    private final EnrollmentDatabase database;
    private final EnrollmentDatabase groups;
    private final GroupCommit<LaneChanges, Set<Integer>> changesOfAllLanes = new GroupCommit<>(this::storeAll);

    /** Changes that one lane stores at once. */
    private record LaneChanges(DeliveryLane lane, List<InvitationChange> changes) {

        Stream<@Nullable Object[]> rows() {
            return changes.stream().map(this::row);
        }

        private @Nullable Object[] row(InvitationChange change) {
            return new @Nullable Object[] {
                Null.or(change.state(), MailState::name, Types.VARCHAR),
                Null.or(change.nextAttemptAt(), InstantConverter::timestamp, Types.TIMESTAMP_WITH_TIMEZONE),
                Null.or(change.sentAt(), InstantConverter::timestamp, Types.TIMESTAMP_WITH_TIMEZONE),
                change.attempts(),
                change.unconfirmed(),
                change.keepsReply(),
                Null.or(change.reply(), Function.identity(), Types.INTEGER),
                lane.organizationId(),
                lane.batchId(),
                change.claims() != null,
                change.index(),
                lane.mailing(),
                change.claims() != null,
                Null.or(change.claims(), Function.identity(), Types.INTEGER)
            };
        }

        /** @param counts of changed rows, of which it takes as many as it has changes */
        Set<Integer> changed(PrimitiveIterator.OfInt counts) {
            return changes.stream()
                    .filter(change -> counts.nextInt() > 0)
                    .map(InvitationChange::index)
                    .collect(Collectors.toSet());
        }
    }

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    JdbcInvitations() {
        this.database = null;
        this.groups = null;
    }

    @Inject
    JdbcInvitations(EnrollmentDatabase database) {
        this.database = database;
        this.groups = new EnrollmentDatabase(database.dataSource(), MAX_GROUP_TIME);
    }

    @Override
    public void addAll(EnrollmentBatch batch, List<Integer> indexes) {
        Chunks.of(indexes, chunk -> database.updateLater("""
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
    public Set<Integer> pending(EnrollmentBatch batch) {
        return Set.copyOf(
                database.query(InvitationRows.of(batch).pending().select("batch_index"), row -> row.getInt(1)));
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
    public Set<Integer> store(DeliveryLane lane, List<InvitationChange> changes) {
        return changesOfAllLanes.write(new LaneChanges(lane, changes));
    }

    private List<Set<Integer>> storeAll(List<LaneChanges> lanes) {
        var rows = lanes.stream().flatMap(LaneChanges::rows).toList();
        var counts = Arrays.stream((lanes.size() > 1 ? groups : database).updateEach(CHANGE, rows))
                .iterator();
        return lanes.stream().map(lane -> lane.changed(counts)).toList();
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
    public void withdraw(EnrollmentBatch batch, int index) {
        var row = InvitationRows.of(batch).and("batch_index = ?", index).pending();
        database.update(row.update("state = 'FAILED'"));
    }
}
