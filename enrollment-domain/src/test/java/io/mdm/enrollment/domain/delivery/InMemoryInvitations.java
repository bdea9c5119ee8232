package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.api.report.BatchReport;
import io.mdm.enrollment.api.report.MailState;
import io.mdm.enrollment.api.spi.RelayReply;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

public final class InMemoryInvitations implements Invitations {
    private final Map<Place, Promise> promises = new ConcurrentHashMap<>();
    private final Map<String, Integer> mailings = new ConcurrentHashMap<>();

    private record Promise(int mailing, BatchReport.Mail mail, int unconfirmed) {}

    private record Place(String organizationId, String batchId, int index) {
        Place(DeliveryLane lane, int index) {
            this(lane.organizationId(), lane.batchId(), index);
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
        var queued = new Promise(mailing, new BatchReport.Mail(MailState.QUEUED, 0, null, now, null, now), 0);
        indexes.forEach(index -> promises.put(new Place(batch.organizationId(), batch.id(), index), queued));
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
    public synchronized boolean claim(DeliveryLane lane, PromisedInvitation promised) {
        boolean claimable = pending(lane)
                .anyMatch(promise -> promise.getKey().index() == promised.index()
                        && promise.getValue().unconfirmed() == promised.unconfirmed());
        if (claimable) {
            change(lane, promised.index(), UnaryOperator.identity(), 1);
        }
        return claimable;
    }

    @Override
    public void released(DeliveryLane lane, int index) {
        change(lane, index, UnaryOperator.identity(), -1);
    }

    @Override
    public void putAside(DeliveryLane lane, int index, Instant nextAttemptAt) {
        change(lane, index, mail -> unattempted(mail, MailState.DEFERRED, nextAttemptAt), -1);
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

    private static Instant next(BatchReport.Mail mail) {
        return Optional.ofNullable(mail.nextAttemptAt()).orElseThrow();
    }

    @Override
    public void sent(DeliveryLane lane, int index, RelayReply reply, Instant now) {
        change(lane, index, mail -> attempted(mail, MailState.SENT, Optional.of(reply), now, null), -1);
    }

    @Override
    public void deferred(DeliveryLane lane, int index, Optional<RelayReply> reply, Instant nextAttemptAt) {
        change(lane, index, mail -> attempted(mail, MailState.DEFERRED, reply, null, nextAttemptAt), -1);
    }

    @Override
    public void postponed(DeliveryLane lane, int index, Instant nextAttemptAt) {
        change(lane, index, mail -> unattempted(mail, MailState.DEFERRED, nextAttemptAt), 0);
    }

    @Override
    public void outcomeUnknown(DeliveryLane lane, int index, Instant nextAttemptAt) {
        change(lane, index, mail -> attempted(mail, MailState.DEFERRED, Optional.empty(), null, nextAttemptAt), 0);
    }

    @Override
    public void failed(DeliveryLane lane, int index, Optional<RelayReply> reply) {
        change(lane, index, mail -> attempted(mail, MailState.FAILED, reply, null, null), -1);
    }

    @Override
    public void abandoned(DeliveryLane lane, int index) {
        change(lane, index, mail -> unattempted(mail, MailState.FAILED, null), 0);
    }

    @Override
    public void suppressed(DeliveryLane lane, int index, RelayReply earlier) {
        change(
                lane,
                index,
                mail -> new BatchReport.Mail(
                        MailState.FAILED, mail.attempts(), String.valueOf(earlier.code()), mail.queuedAt(), null, null),
                0);
    }

    @Override
    public void withdraw(EnrollmentBatch batch, int index) {
        promises.computeIfPresent(
                new Place(batch.organizationId(), batch.id(), index),
                (place, promise) -> promise.mail().nextAttemptAt() == null
                        ? promise
                        : new Promise(promise.mailing(), unattempted(promise.mail(), MailState.FAILED, null), 0));
    }

    private static BatchReport.Mail attempted(
            BatchReport.Mail mail,
            MailState state,
            Optional<RelayReply> reply,
            @Nullable Instant sentAt,
            @Nullable Instant next) {
        var code = reply.map(given -> String.valueOf(given.code())).orElse(null);
        return new BatchReport.Mail(state, mail.attempts() + 1, code, mail.queuedAt(), sentAt, next);
    }

    private static BatchReport.Mail unattempted(BatchReport.Mail mail, MailState state, @Nullable Instant next) {
        return new BatchReport.Mail(state, mail.attempts(), mail.lastReply(), mail.queuedAt(), null, next);
    }

    private void change(DeliveryLane lane, int index, UnaryOperator<BatchReport.Mail> change, int unconfirmed) {
        promises.computeIfPresent(
                new Place(lane, index),
                (place, promise) -> promise.mailing() == lane.mailing()
                        ? new Promise(
                                promise.mailing(),
                                change.apply(promise.mail()),
                                Math.max(0, promise.unconfirmed() + unconfirmed))
                        : promise);
    }

    /** As a report shows it; empty when none was promised to the recipient at this position. */
    public Optional<BatchReport.Mail> mail(EnrollmentBatch batch, int index) {
        return Optional.ofNullable(promises.get(new Place(batch.organizationId(), batch.id(), index)))
                .map(Promise::mail);
    }
}
