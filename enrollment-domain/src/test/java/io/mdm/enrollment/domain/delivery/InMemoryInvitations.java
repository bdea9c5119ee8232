package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.api.mail.Mail;
import io.mdm.enrollment.api.mail.MailState;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.token.EnrollmentTokens;
import io.mdm.enrollment.domain.token.HeldToken;
import io.mdm.enrollment.domain.token.InMemoryEnrollmentTokens;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

public final class InMemoryInvitations implements Invitations {
    private final Map<Place, Promise> promises = new ConcurrentHashMap<>();
    private final Map<String, Integer> mailings = new ConcurrentHashMap<>();
    private final Map<String, EnrollmentBatch> batches = new ConcurrentHashMap<>();

    private final List<Record> announced = new CopyOnWriteArrayList<>();
    private final EnrollmentTokens tokens;

    public InMemoryInvitations() {
        this(new InMemoryEnrollmentTokens());
    }

    /** @param tokens asked before a reminder is claimed */
    public InMemoryInvitations(EnrollmentTokens tokens) {
        this.tokens = tokens;
    }

    private record Promise(int mailing, Mail mail, int unconfirmed, Optional<Instant> lastSentAt) {
        Promise with(Mail changed, int nowUnconfirmed) {
            return new Promise(
                    mailing,
                    changed,
                    nowUnconfirmed,
                    Optional.ofNullable(changed.sentAt()).or(() -> lastSentAt));
        }

        /** As it was before it was promised again: sent if it was sent. */
        Promise settled() {
            var state = lastSentAt.isPresent() ? MailState.SENT : MailState.FAILED;
            return new Promise(
                    mailing,
                    new Mail(state, mail.attempts(), mail.lastReply(), mail.queuedAt(), lastSentAt.orElse(null), null),
                    0,
                    lastSentAt);
        }
    }

    private record Place(String organizationId, String batchId, int index) {
        Place(DeliveryLane lane, int index) {
            this(lane.organizationId(), lane.batchId(), index);
        }

        boolean isOf(HeldToken token) {
            return batchId.equals(token.batchId()) && index == token.batchIndex();
        }

        boolean isIn(DeliveryLane lane) {
            return equals(new Place(lane, index)) && index >= lane.from() && index < lane.to();
        }
    }

    @Override
    public void addAll(EnrollmentBatch batch, List<Integer> indexes) {
        promiseAgain(batch, DeliveryLane.FIRST_MAILING, indexes, batch.createdAt());
    }

    @Override
    public int beginMailing(EnrollmentBatch batch) {
        return mailings.merge(batch.id(), 1, Integer::sum);
    }

    @Override
    public void promiseAgain(EnrollmentBatch batch, int mailing, List<Integer> indexes, Instant now) {
        batches.put(batch.id(), batch);
        var queued = new Mail(MailState.QUEUED, 0, null, now, null, now);
        indexes.forEach(index -> promises.compute(
                new Place(batch.organizationId(), batch.id(), index),
                (place, earlier) ->
                        new Promise(mailing, queued, 0, earlier == null ? Optional.empty() : earlier.lastSentAt())));
    }

    @Override
    public Set<Integer> sentOrPending(EnrollmentBatch batch) {
        return promises.entrySet().stream()
                .filter(promise -> promise.getKey()
                        .equals(new Place(
                                batch.organizationId(),
                                batch.id(),
                                promise.getKey().index())))
                .filter(promise -> promise.getValue().mail().state() != MailState.FAILED)
                .map(promise -> promise.getKey().index())
                .collect(Collectors.toSet());
    }

    @Override
    public Set<Integer> pending(EnrollmentBatch batch) {
        return sentOrPending(batch).stream()
                .filter(index -> mail(batch, index).orElseThrow().nextAttemptAt() != null)
                .collect(Collectors.toSet());
    }

    @Override
    public boolean haveBegun(EnrollmentBatch batch) {
        return promises.entrySet().stream()
                .filter(promise -> promise.getKey().batchId().equals(batch.id()))
                .map(Map.Entry::getValue)
                .anyMatch(promise -> promise.mail().attempts() > 0
                        || promise.unconfirmed() > 0
                        || promise.lastSentAt().isPresent());
    }

    @Override
    public Optional<Instant> resentAt(EnrollmentBatch batch, int index) {
        return Optional.ofNullable(promises.get(new Place(batch.organizationId(), batch.id(), index)))
                .filter(promise -> promise.mailing() != DeliveryLane.FIRST_MAILING)
                .map(promise -> Objects.requireNonNull(promise.mail().queuedAt()));
    }

    @Override
    public Set<Integer> resentAfter(EnrollmentBatch batch, Instant instant) {
        return promises.keySet().stream()
                .filter(place -> place.batchId().equals(batch.id()))
                .map(Place::index)
                .filter(index ->
                        resentAt(batch, index).filter(instant::isBefore).isPresent())
                .collect(Collectors.toSet());
    }

    @Override
    public List<PromisedInvitation> due(DeliveryLane lane, Instant now, int limit) {
        return pending(lane)
                .filter(promise -> promise.getValue().mail().state() == MailState.QUEUED
                        || !next(promise.getValue().mail()).isAfter(now))
                .map(promise -> new PromisedInvitation(
                        promise.getKey().index(),
                        promise.getValue().mail().attempts(),
                        promise.getValue().unconfirmed(),
                        Objects.requireNonNull(promise.getValue().mail().queuedAt())))
                .sorted(Comparator.comparing(PromisedInvitation::index))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Set<Integer> store(DeliveryLane lane, List<InvitationChange> changes) {
        return changes.stream()
                .filter(change -> change(lane, change))
                .peek(change -> Stream.ofNullable(change.event()).forEach(announced::add))
                .map(InvitationChange::index)
                .collect(Collectors.toSet());
    }

    /** Events of the stored changes. */
    List<Record> announced() {
        return announced;
    }

    private boolean change(DeliveryLane lane, InvitationChange change) {
        var place = new Place(lane, change.index());
        var promise = promises.get(place);
        if (promise == null
                || promise.mailing() != lane.mailing()
                || (change.claims() != null
                        && (promise.mail().nextAttemptAt() == null
                                || promise.unconfirmed() != change.claims()
                                || isPaused(lane)))) {
            return false;
        }
        int unconfirmed = Math.max(0, promise.unconfirmed() + change.unconfirmed());
        var changed = promise.with(changed(promise.mail(), change), unconfirmed);
        promises.put(place, change.restores() ? changed.settled() : changed);
        return true;
    }

    private boolean isPaused(DeliveryLane lane) {
        return Objects.requireNonNull(batches.get(lane.batchId())).isPaused();
    }

    private static Mail changed(Mail mail, InvitationChange change) {
        var state = Objects.requireNonNullElse(change.state(), mail.state());
        boolean pending = state == MailState.QUEUED || state == MailState.DEFERRED;
        var given = change.reply() == null ? null : String.valueOf(change.reply());
        return new Mail(
                state,
                mail.attempts() + change.attempts(),
                change.keepsReply() ? mail.lastReply() : given,
                mail.queuedAt(),
                change.sentAt() == null ? mail.sentAt() : change.sentAt(),
                !pending ? null : change.nextAttemptAt() == null ? mail.nextAttemptAt() : change.nextAttemptAt());
    }

    @Override
    public synchronized ReminderClaim claimReminder(
            DeliveryLane lane, PromisedInvitation promised, Instant now, Instant mailedBefore) {
        if (!change(lane, InvitationChange.claim(promised))) {
            return ReminderClaim.NOT_OURS;
        }
        var place = new Place(lane, promised.index());
        var batch = Objects.requireNonNull(batches.get(lane.batchId()));
        boolean live =
                tokens.liveIndexes(lane.organizationId(), lane.batchId(), now).contains(promised.index());
        boolean enrolled = tokens.enrolledIndexes(lane.organizationId(), lane.batchId(), batch.createdAt())
                .contains(promised.index());
        var promise = Objects.requireNonNull(promises.get(place));
        if (live
                && !enrolled
                && promise.lastSentAt().filter(mailedBefore::isBefore).isEmpty()) {
            return ReminderClaim.CLAIMED;
        }
        promises.put(place, promise.settled());
        return ReminderClaim.NOT_NEEDED;
    }

    @Override
    public Optional<Instant> nextDue(DeliveryLane lane) {
        return pending(lane).map(promise -> next(promise.getValue().mail())).min(Comparator.naturalOrder());
    }

    private Stream<Map.Entry<Place, Promise>> pending(DeliveryLane lane) {
        return promises.entrySet().stream()
                .filter(promise -> promise.getKey().isIn(lane)
                        && promise.getValue().mailing() == lane.mailing()
                        && promise.getValue().mail().nextAttemptAt() != null);
    }

    private static Instant next(Mail mail) {
        return Optional.ofNullable(mail.nextAttemptAt()).orElseThrow();
    }

    @Override
    public void withdraw(EnrollmentBatch batch, int index) {
        promises.computeIfPresent(
                new Place(batch.organizationId(), batch.id(), index), (place, promise) -> withdrawn(promise));
    }

    @Override
    public void withdraw(Collection<HeldToken> tokens) {
        promises.replaceAll((place, promise) -> tokens.stream().anyMatch(place::isOf) ? withdrawn(promise) : promise);
    }

    @Override
    public void withdrawAll(EnrollmentBatch batch) {
        promises.replaceAll(
                (place, promise) -> place.equals(new Place(batch.organizationId(), batch.id(), place.index()))
                        ? withdrawn(promise)
                        : promise);
    }

    private static Promise withdrawn(Promise promise) {
        return promise.mail().nextAttemptAt() == null ? promise : promise.settled();
    }

    /** As a report shows it; empty when none was promised to the recipient at this position. */
    public Optional<Mail> mail(EnrollmentBatch batch, int index) {
        return Optional.ofNullable(promises.get(new Place(batch.organizationId(), batch.id(), index)))
                .map(Promise::mail)
                .map(InMemoryInvitations::shown);
    }

    /** Without the time of an earlier message while it waits for another. */
    private static Mail shown(Mail mail) {
        return new Mail(
                mail.state(),
                mail.attempts(),
                mail.lastReply(),
                mail.queuedAt(),
                mail.state() == MailState.SENT ? mail.sentAt() : null,
                mail.nextAttemptAt());
    }
}
