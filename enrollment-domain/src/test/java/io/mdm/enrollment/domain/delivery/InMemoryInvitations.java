package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.api.BatchReport;
import io.mdm.enrollment.api.MailState;
import io.mdm.enrollment.api.RelayReply;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

public final class InMemoryInvitations implements Invitations {
    private final Map<Place, BatchReport.Mail> mails = new ConcurrentHashMap<>();

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
        var queued = new BatchReport.Mail(MailState.QUEUED, 0, null, batch.createdAt(), null, batch.createdAt());
        indexes.forEach(index -> mails.put(new Place(batch.organizationId(), batch.id(), index), queued));
    }

    @Override
    public List<PromisedInvitation> due(DeliveryLane lane, Instant now, int limit) {
        return pending(lane)
                .filter(mail -> mail.getValue().state() == MailState.QUEUED
                        || !next(mail.getValue()).isAfter(now))
                .map(mail -> new PromisedInvitation(
                        mail.getKey().index(), mail.getValue().attempts()))
                .sorted(Comparator.comparing(PromisedInvitation::index))
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<Instant> nextDue(DeliveryLane lane) {
        return pending(lane).map(mail -> next(mail.getValue())).min(Comparator.naturalOrder());
    }

    private Stream<Map.Entry<Place, BatchReport.Mail>> pending(DeliveryLane lane) {
        return mails.entrySet().stream()
                .filter(mail -> mail.getKey().isIn(lane) && mail.getValue().nextAttemptAt() != null);
    }

    private static Instant next(BatchReport.Mail mail) {
        return Optional.ofNullable(mail.nextAttemptAt()).orElseThrow();
    }

    @Override
    public void sent(DeliveryLane lane, int index, RelayReply reply, Instant now) {
        attempted(lane, index, MailState.SENT, Optional.of(reply), now, null);
    }

    @Override
    public void putOff(DeliveryLane lane, int index, Optional<RelayReply> reply, Instant nextAttemptAt) {
        attempted(lane, index, MailState.DEFERRED, reply, null, nextAttemptAt);
    }

    @Override
    public void leftOpen(DeliveryLane lane, int index, Instant nextAttemptAt) {
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
        mails.computeIfPresent(new Place(lane, index), (place, mail) -> change.apply(mail));
    }

    /** As a report shows it; empty when none was promised to the recipient at this position. */
    public Optional<BatchReport.Mail> mail(EnrollmentBatch batch, int index) {
        return Optional.ofNullable(mails.get(new Place(batch.organizationId(), batch.id(), index)));
    }
}
