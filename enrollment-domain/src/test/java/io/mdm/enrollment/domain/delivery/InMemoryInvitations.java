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

    private record Promise(int mailing, BatchReport.Mail mail) {}

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
        var queued = new Promise(mailing, new BatchReport.Mail(MailState.QUEUED, 0, null, now, null, now));
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
    public List<PromisedInvitation> due(DeliveryLane lane, Instant now, int limit) {
        return pending(lane)
                .filter(mail -> mail.getValue().state() == MailState.QUEUED
                        || !next(mail.getValue()).isAfter(now))
                .map(mail -> new PromisedInvitation(
                        mail.getKey().index(),
                        mail.getValue().attempts(),
                        Objects.requireNonNull(mail.getValue().queuedAt())))
                .sorted(Comparator.comparing(PromisedInvitation::index))
                .limit(limit)
                .toList();
    }

    @Override
    public boolean isPending(DeliveryLane lane, int index) {
        return pending(lane).anyMatch(mail -> mail.getKey().index() == index);
    }

    @Override
    public Optional<Instant> nextDue(DeliveryLane lane) {
        return pending(lane).map(mail -> next(mail.getValue())).min(Comparator.naturalOrder());
    }

    private Stream<Map.Entry<Place, BatchReport.Mail>> pending(DeliveryLane lane) {
        return promises.entrySet().stream()
                .filter(promise -> promise.getKey().isIn(lane)
                        && promise.getValue().mailing() == lane.mailing()
                        && promise.getValue().mail().nextAttemptAt() != null)
                .map(promise -> Map.entry(promise.getKey(), promise.getValue().mail()));
    }

    private static Instant next(BatchReport.Mail mail) {
        return Optional.ofNullable(mail.nextAttemptAt()).orElseThrow();
    }

    @Override
    public void sent(DeliveryLane lane, int index, RelayReply reply, Instant now) {
        attempted(lane, index, MailState.SENT, Optional.of(reply), now, null);
    }

    @Override
    public void deferred(DeliveryLane lane, int index, Optional<RelayReply> reply, Instant nextAttemptAt) {
        attempted(lane, index, MailState.DEFERRED, reply, null, nextAttemptAt);
    }

    @Override
    public void postponed(DeliveryLane lane, int index, Instant nextAttemptAt) {
        unattempted(lane, index, MailState.DEFERRED, nextAttemptAt);
    }

    @Override
    public void outcomeUnknown(DeliveryLane lane, int index, Instant nextAttemptAt) {
        unattempted(lane, index, MailState.DEFERRED, nextAttemptAt);
    }

    @Override
    public void failed(DeliveryLane lane, int index, Optional<RelayReply> reply) {
        attempted(lane, index, MailState.FAILED, reply, null, null);
    }

    @Override
    public void abandoned(DeliveryLane lane, int index) {
        unattempted(lane, index, MailState.FAILED, null);
    }

    @Override
    public void suppressed(DeliveryLane lane, int index, RelayReply earlier) {
        mark(
                lane,
                index,
                mail -> new BatchReport.Mail(
                        MailState.FAILED,
                        mail.attempts(),
                        String.valueOf(earlier.code()),
                        mail.queuedAt(),
                        null,
                        null));
    }

    @Override
    public void withdraw(EnrollmentBatch batch, int index) {
        promises.computeIfPresent(
                new Place(batch.organizationId(), batch.id(), index),
                (place, promise) -> promise.mail().nextAttemptAt() == null
                        ? promise
                        : new Promise(
                                promise.mailing(),
                                new BatchReport.Mail(
                                        MailState.FAILED,
                                        promise.mail().attempts(),
                                        promise.mail().lastReply(),
                                        promise.mail().queuedAt(),
                                        null,
                                        null)));
    }

    private void attempted(
            DeliveryLane lane,
            int index,
            MailState state,
            Optional<RelayReply> reply,
            @Nullable Instant sentAt,
            @Nullable Instant next) {
        var code = reply.map(given -> String.valueOf(given.code())).orElse(null);
        mark(
                lane,
                index,
                mail -> new BatchReport.Mail(state, mail.attempts() + 1, code, mail.queuedAt(), sentAt, next));
    }

    private void unattempted(DeliveryLane lane, int index, MailState state, @Nullable Instant next) {
        mark(
                lane,
                index,
                mail -> new BatchReport.Mail(state, mail.attempts(), mail.lastReply(), mail.queuedAt(), null, next));
    }

    private void mark(DeliveryLane lane, int index, UnaryOperator<BatchReport.Mail> change) {
        promises.computeIfPresent(
                new Place(lane, index),
                (place, promise) -> promise.mailing() == lane.mailing()
                        ? new Promise(promise.mailing(), change.apply(promise.mail()))
                        : promise);
    }

    /** As a report shows it; empty when none was promised to the recipient at this position. */
    public Optional<BatchReport.Mail> mail(EnrollmentBatch batch, int index) {
        return Optional.ofNullable(promises.get(new Place(batch.organizationId(), batch.id(), index)))
                .map(Promise::mail);
    }
}
