package io.mdm.enrollment.persistence.store;

import static io.mdm.enrollment.persistence.store.InstantConverter.instant;
import static io.mdm.enrollment.persistence.store.InstantConverter.timestamp;

import io.mdm.enrollment.api.mail.MailState;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.delivery.DeliveryLane;
import io.mdm.enrollment.domain.delivery.InvitationChange;
import io.mdm.enrollment.domain.delivery.Invitations;
import io.mdm.enrollment.domain.delivery.PromisedInvitation;
import io.mdm.enrollment.domain.delivery.ReminderClaim;
import io.mdm.enrollment.domain.token.HeldToken;
import io.mdm.enrollment.persistence.TaskTransaction;
import io.mdm.enrollment.persistence.store.EnrollmentDatabase.Null;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
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
            update enrollment.invitation set
                state = case when ? and sent_at is not null then 'SENT' else coalesce(?, state) end, next_attempt_at = coalesce(?, next_attempt_at),
                sent_at = coalesce(?, sent_at), attempts = attempts + ?, unconfirmed = greatest(unconfirmed + ?, 0),
                last_reply = case when ? then last_reply else ? end
            where batch_id = (
                    select id from enrollment.enrollment_batch where organization_id = ? and id = ? and not (? and paused))
                and batch_index = ? and mailing = ?
                and (not ? or (state in ('QUEUED', 'DEFERRED') and unconfirmed = ?))
            """;

    /** Whether a mail went out so long ago, or never, that the recipient can be reminded. */
    private static final String IS_NEEDED =
            "(token.needed and (i.sent_at is null or i.sent_at <= token.mailed_before))";

    /** What an invitation is that is no longer to be sent: as it was before it was promised again. */
    private static final String WITHDRAWN = "state = case when sent_at is null then 'FAILED' else 'SENT' end";

    /** A statement of its own, so that invitations, which are far more, do not pay for its conditions. */
    private static final String CLAIM_REMINDER = """
            update enrollment.invitation i set
                state = case when %1$s then i.state when i.sent_at is null then 'FAILED' else 'SENT' end,
                unconfirmed = case when %1$s then i.unconfirmed + 1 else 0 end
            from (
                select b.id, ?::timestamptz as mailed_before, t.state = 'PENDING' and t.expire_at > ? and not exists (
                    select from enrollment.enrollment_token e
                    where e.organization_id = b.organization_id and e.address_hash = t.address_hash
                      and e.state = 'DONE' and e.updated_at >= b.created_at) as needed
                from enrollment.enrollment_batch b
                join enrollment.enrollment_token t on t.organization_id = b.organization_id and t.batch_id = b.id
                where b.organization_id = ? and b.id = ? and not b.paused and t.batch_index = ?) token
            where i.batch_id = token.id and i.batch_index = ? and i.mailing = ?
              and i.state in ('QUEUED', 'DEFERRED') and i.unconfirmed = ?
            returning i.state in ('QUEUED', 'DEFERRED')
            """.formatted(IS_NEEDED);

    /** Less than a statement may take: where a row is locked, the others of the group are soon written without it. */
    private static final Duration MAX_GROUP_TIME = Duration.ofSeconds(2);

    private final EnrollmentDatabase database;
    private final EnrollmentDatabase groups;
    private final Event<Record> announcement;
    private final GroupCommit<LaneChanges, Set<Integer>> changesOfAllLanes = new GroupCommit<>(this::storeAll);

    /** Changes that one lane stores at once. */
    private record LaneChanges(DeliveryLane lane, List<InvitationChange> changes) {

        Stream<@Nullable Object[]> rows() {
            return changes.stream().map(this::row);
        }

        private @Nullable Object[] row(InvitationChange change) {
            return new @Nullable Object[] {
                change.restores(),
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

        Stream<Record> events() {
            return changes.stream().flatMap(change -> Stream.ofNullable(change.event()));
        }

        Stream<Record> events(Set<Integer> changed) {
            return changes.stream()
                    .filter(change -> changed.contains(change.index()))
                    .flatMap(change -> Stream.ofNullable(change.event()));
        }
    }

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    JdbcInvitations() {
        this.database = null;
        this.groups = null;
        this.announcement = null;
    }

    @Inject
    JdbcInvitations(EnrollmentDatabase database, Event<Record> announcement) {
        this.database = database;
        this.groups = new EnrollmentDatabase(database.dataSource(), MAX_GROUP_TIME);
        this.announcement = announcement;
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
                    last_reply = null, next_attempt_at = null,
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
    public boolean haveBegun(EnrollmentBatch batch) {
        var tried = InvitationRows.of(batch).and("(attempts > 0 or unconfirmed > 0 or sent_at is not null)");
        return !database.query(tried.select("batch_index").then(" limit 1"), row -> row.getInt(1))
                .isEmpty();
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

    /** Most claims are stored with the outcome of an earlier message; those that are not need no JTA transaction. */
    private List<Set<Integer>> storeAll(List<LaneChanges> lanes) {
        boolean announces =
                lanes.stream().flatMap(LaneChanges::events).findAny().isPresent();
        return announces ? TaskTransaction.around(() -> storeAndAnnounce(lanes)) : storeOnly(lanes);
    }

    private List<Set<Integer>> storeAndAnnounce(List<LaneChanges> lanes) {
        var changed = storeOnly(lanes);
        for (int i = 0; i < lanes.size(); i++) {
            lanes.get(i).events(changed.get(i)).forEach(announcement::fire);
        }
        return changed;
    }

    private List<Set<Integer>> storeOnly(List<LaneChanges> lanes) {
        var rows = lanes.stream().flatMap(LaneChanges::rows).toList();
        var counts = Arrays.stream((lanes.size() > 1 ? groups : database).updateEach(CHANGE, rows))
                .iterator();
        return lanes.stream().map(lane -> lane.changed(counts)).toList();
    }

    @Override
    public ReminderClaim claimReminder(
            DeliveryLane lane, PromisedInvitation promised, Instant now, Instant mailedBefore) {
        var claimed = database.query(
                CLAIM_REMINDER,
                row -> row.getBoolean(1) ? ReminderClaim.CLAIMED : ReminderClaim.NOT_NEEDED,
                timestamp(mailedBefore),
                timestamp(now),
                lane.organizationId(),
                lane.batchId(),
                promised.index(),
                promised.index(),
                lane.mailing(),
                promised.unconfirmed());
        return claimed.stream().findFirst().orElse(ReminderClaim.NOT_OURS);
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
        database.update(row.update(WITHDRAWN));
    }

    @Override
    public void withdraw(Collection<HeldToken> tokens) {
        Chunks.of(
                List.copyOf(tokens),
                chunk -> database.update(
                        """
                update enrollment.invitation i set %s from unnest(?, ?) as w (batch_id, batch_index)
                where i.batch_id = w.batch_id and i.batch_index = w.batch_index and i.state in ('QUEUED', 'DEFERRED')
                """.formatted(WITHDRAWN),
                        Chunks.strings(chunk, HeldToken::batchId),
                        Chunks.integers(chunk, HeldToken::batchIndex)));
    }

    @Override
    public void withdrawAll(EnrollmentBatch batch) {
        database.update(InvitationRows.of(batch).pending().update(WITHDRAWN));
    }
}
