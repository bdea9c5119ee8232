package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.api.EnrollmentException;
import io.mdm.enrollment.api.EnrollmentProblem;
import io.mdm.enrollment.api.InvitationResending;
import io.mdm.enrollment.api.LimitReached;
import io.mdm.enrollment.api.RateLimit;
import io.mdm.enrollment.api.ResendBatch;
import io.mdm.enrollment.api.ResendBatch.Selection;
import io.mdm.enrollment.api.ResentBatch;
import io.mdm.enrollment.api.ResentInvitation;
import io.mdm.enrollment.api.audit.AuditAction;
import io.mdm.enrollment.api.mail.Mail;
import io.mdm.enrollment.api.mail.MailState;
import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.api.spi.ModuleConfiguration;
import io.mdm.enrollment.api.token.TokenNotUsable;
import io.mdm.enrollment.api.token.TokenNotUsable.Reason;
import io.mdm.enrollment.domain.UseCase;
import io.mdm.enrollment.domain.audit.AuditTrail;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.batch.EnrollmentBatches;
import io.mdm.enrollment.domain.token.EnrollmentTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Resends, each a mailing of its own with lanes of its own: what earlier lanes still do no longer concerns its
 * invitations.
 */
@UseCase
@ApplicationScoped
class TransactionalInvitationResending implements InvitationResending {
    private final EnrollmentTokens tokens;
    private final EnrollmentBatches batches;
    private final Invitations invitations;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final ModuleConfiguration configuration;
    private final ModuleClock clock;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    TransactionalInvitationResending() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    TransactionalInvitationResending(
            EnrollmentTokens tokens,
            EnrollmentBatches batches,
            Invitations invitations,
            Outbox outbox,
            AuditTrail audit,
            ModuleConfiguration configuration,
            ModuleClock clock) {
        this.tokens = tokens;
        this.batches = batches;
        this.invitations = invitations;
        this.outbox = outbox;
        this.audit = audit;
        this.configuration = configuration;
        this.clock = clock;
    }

    @Override
    @Transactional
    public ResentInvitation resend(String organizationId, String tokenId, LinkRotation rotation) {
        var now = clock.instant();
        var batch = tokens.ofOrganization(organizationId, tokenId)
                .map(token -> batch(organizationId, token.batchId()))
                .orElseThrow(TransactionalInvitationResending::notFound);
        // locks the batch before the token, as everything does that changes whole batches
        int mailing = invitations.beginMailing(batch);
        var token = tokens.ofOrganizationForUpdate(organizationId, tokenId)
                .orElseThrow(TransactionalInvitationResending::notFound);
        token.requireLive(now);
        requireBegun(batch, now);
        invitations.resentAt(batch, token.batchIndex()).ifPresent(earlier -> requireInterval(earlier, now));
        if (rotation == LinkRotation.ROTATE) {
            token.rotate(now);
        }
        outbox.promiseAgain(batch, PromisedMailing.resend(mailing, Optional.empty(), now), List.of(token.batchIndex()));
        audit.done(AuditAction.RESENT, token.organizationId(), token.batchId(), token.id());
        return new ResentInvitation(token.id(), new Mail(MailState.QUEUED, 0, null, now, null, now));
    }

    @Override
    @Transactional
    public ResentBatch resendBatch(ResendBatch command) {
        var now = clock.instant();
        var batch = batch(command.organizationId(), command.batchId());
        // before looking: of two at once, the second sees what the first has promised
        int mailing = invitations.beginMailing(batch);
        requireBegun(batch, now);
        var wanted = wanted(command.to(), batch, live(command, now));
        var resent = invitations.resentAfter(batch, now.minus(configuration.resendInterval()));
        var indexes = wanted.stream().filter(index -> !resent.contains(index)).toList();
        if (!indexes.isEmpty()) {
            promise(command, batch, mailing, indexes, now);
        }
        return new ResentBatch(batch.success(), indexes.size(), wanted.size() - indexes.size());
    }

    /** Nobody is mailed once more before the first time. */
    private static void requireBegun(EnrollmentBatch batch, Instant now) {
        if (batch.isScheduled(now)) {
            throw new TokenNotUsable(Reason.NOT_YET, null, batch.startsAt());
        }
    }

    /** Tokens that are rotated must not end meanwhile. */
    private List<Integer> live(ResendBatch command, Instant now) {
        return command.rotation() == LinkRotation.ROTATE
                ? tokens.liveIndexesForUpdate(command.organizationId(), command.batchId(), now)
                : tokens.liveIndexes(command.organizationId(), command.batchId(), now);
    }

    private List<Integer> wanted(Selection to, EnrollmentBatch batch, List<Integer> live) {
        var unwanted = new HashSet<>(
                to == Selection.NOT_ENROLLED ? invitations.pending(batch) : invitations.sentOrPending(batch));
        if (to == Selection.NOT_ENROLLED) {
            unwanted.addAll(tokens.enrolledIndexes(batch.organizationId(), batch.id(), batch.createdAt()));
        }
        return live.stream().filter(index -> !unwanted.contains(index)).toList();
    }

    private void promise(ResendBatch command, EnrollmentBatch batch, int number, List<Integer> indexes, Instant now) {
        if (command.rotation() == LinkRotation.ROTATE) {
            tokens.rotateAll(batch.organizationId(), batch.id(), indexes, now);
        }
        boolean reminds = command.to() == Selection.NOT_ENROLLED;
        var mailing = reminds
                ? PromisedMailing.requestedReminder(number, command.emailText(), now)
                : PromisedMailing.resend(number, command.emailText(), now);
        outbox.promiseAgain(batch, mailing, indexes);
        audit.done(reminds ? AuditAction.REMINDED : AuditAction.RESENT, batch, indexes.size());
    }

    private void requireInterval(Instant earlier, Instant now) {
        var interval = configuration.resendInterval();
        var wait = Duration.between(now, earlier.plus(interval));
        if (!wait.isNegative() && !wait.isZero()) {
            throw new LimitReached(EnrollmentProblem.RESENT_TOO_SOON, new RateLimit(1, interval, 0, wait));
        }
    }

    private EnrollmentBatch batch(String organizationId, String batchId) {
        return batches.find(organizationId, batchId).orElseThrow(TransactionalInvitationResending::notFound);
    }

    private static EnrollmentException notFound() {
        return new EnrollmentException(EnrollmentProblem.ENTITY_NOT_FOUND);
    }
}
