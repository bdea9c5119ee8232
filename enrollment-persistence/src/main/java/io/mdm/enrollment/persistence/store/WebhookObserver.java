package io.mdm.enrollment.persistence.store;

import io.mdm.enrollment.api.EnrollmentBatchCompleted;
import io.mdm.enrollment.api.EnrollmentBatchCreated;
import io.mdm.enrollment.api.EnrollmentTokenExpired;
import io.mdm.enrollment.api.EnrollmentTokenRedeemed;
import io.mdm.enrollment.api.EnrollmentTokenRevoked;
import io.mdm.enrollment.api.InvitationFailed;
import io.mdm.enrollment.api.InvitationSent;
import io.mdm.enrollment.api.spi.EventType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Locale;

/**
 * Observer of the module's events, for webhooks: inside the transactions that they belong to. Of creation, one row
 * stands for all tokens of a batch, so that a large request pays for no more than a small one.
 */
@ApplicationScoped
class WebhookObserver {
    private final WebhookOutbox outbox;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    WebhookObserver() {
        this(null);
    }

    @Inject
    WebhookObserver(WebhookOutbox outbox) {
        this.outbox = outbox;
    }

    void onCreated(@Observes EnrollmentBatchCreated batch) {
        outbox.addNow(OutboxRow.ofBatch(
                EventType.BULK_CREATED, batch.organizationId(), batch.batchId(), batch.createdAt(), null));
    }

    void onCompleted(@Observes EnrollmentBatchCompleted batch) {
        outbox.add(OutboxRow.ofBatch(
                EventType.BULK_COMPLETED,
                batch.organizationId(),
                batch.batchId(),
                batch.completedAt(),
                "{\"total\":%d,\"success\":%d,\"fail\":%d,\"sent\":%d,\"failed\":%d}"
                        .formatted(
                                batch.total(),
                                batch.tokens(),
                                batch.total() - batch.tokens(),
                                batch.sent(),
                                batch.failed())));
    }

    void onRedeemed(@Observes EnrollmentTokenRedeemed token) {
        outbox.add(OutboxRow.ofToken(
                EventType.TOKEN_REDEEMED,
                token.organizationId(),
                token.batchId(),
                token.tokenId(),
                token.redeemedAt(),
                "{\"winDeviceId\":\"" + token.winDeviceId() + "\"}"));
    }

    void onRevoked(@Observes EnrollmentTokenRevoked token) {
        outbox.add(OutboxRow.ofToken(
                EventType.TOKEN_REVOKED,
                token.organizationId(),
                token.batchId(),
                token.tokenId(),
                token.revokedAt(),
                null));
    }

    void onExpired(@Observes EnrollmentTokenExpired token) {
        outbox.add(OutboxRow.ofToken(
                EventType.TOKEN_EXPIRED,
                token.organizationId(),
                token.batchId(),
                token.tokenId(),
                token.expiredAt(),
                null));
    }

    void onSent(@Observes InvitationSent mail) {
        outbox.add(OutboxRow.ofToken(
                EventType.INVITATION_SENT,
                mail.organizationId(),
                mail.batchId(),
                mail.tokenId(),
                mail.sentAt(),
                "{\"mailing\":" + mail.mailing() + "}"));
    }

    void onFailed(@Observes InvitationFailed mail) {
        outbox.add(OutboxRow.ofToken(
                EventType.INVITATION_FAILED,
                mail.organizationId(),
                mail.batchId(),
                mail.tokenId(),
                mail.failedAt(),
                "{\"mailing\":%d,\"reason\":\"%s\",\"reply\":%s}"
                        .formatted(
                                mail.mailing(),
                                mail.reason().name().toLowerCase(Locale.ROOT),
                                mail.reply().isPresent()
                                        ? String.valueOf(mail.reply().getAsInt())
                                        : "null")));
    }
}
