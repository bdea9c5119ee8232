package io.mdm.enrollment.web.metric;

import io.mdm.enrollment.api.EnrollmentBatchCreated;
import io.mdm.enrollment.api.EnrollmentTokenExpired;
import io.mdm.enrollment.api.EnrollmentTokenRedeemed;
import io.mdm.enrollment.api.EnrollmentTokenRevoked;
import io.mdm.enrollment.api.InvitationFailed;
import io.mdm.enrollment.api.InvitationSent;
import io.mdm.enrollment.api.report.MailingKind;
import io.mdm.enrollment.api.spi.DeliveryOutcome;
import io.mdm.enrollment.api.spi.DeliveryStatus;
import io.mdm.enrollment.api.spi.InvitationBacklog;
import io.mdm.enrollment.api.spi.InvitationBacklog.Backlog;
import io.mdm.enrollment.api.spi.LaneTakenOver;
import io.mdm.enrollment.api.spi.MailingPromised;
import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.api.spi.WebhookAnswer;
import io.mdm.enrollment.api.spi.WrongCode;
import io.mdm.enrollment.web.mail.smtp.MessageAnswered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;

/**
 * Metrics of the module, counted from CDI events. No tag grows with the data: neither organizations nor addresses are
 * told apart.
 */
@ApplicationScoped
public class EnrollmentMetrics {
    private final CountersBy<BulkOutcome> bulks;
    private final CountersBy<DeliveryOutcome> mails;
    private final CountersBy<MailingKind> mailings;
    private final CountersBy<RedeemResult> redeems;
    private final CountersBy<RateLimited> limited;
    private final CountersBy<WebhookResult> webhooks;
    private final Counter tokens;
    private final CountersBy<TokenEnd> ends;
    private final Counter takeOvers;
    private final Counter wrongCodes;
    private final Counter codeLocks;
    private final Counter unknownFields;
    private final Histogram sending;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    EnrollmentMetrics() {
        bulks = null;
        mails = null;
        mailings = null;
        redeems = null;
        limited = null;
        webhooks = null;
        tokens = null;
        ends = null;
        takeOvers = null;
        wrongCodes = null;
        codeLocks = null;
        unknownFields = null;
        sending = null;
    }

    @Inject
    EnrollmentMetrics(MetricRegistry registry, InvitationBacklog backlog, DeliveryStatus delivery, ModuleClock clock) {
        bulks = CountersBy.of(registry, named("enrollment_bulks", "Bulk requests"), "outcome", BulkOutcome.class);
        mails = CountersBy.of(
                registry, named("enrollment_mails", "Delivery attempts"), "result", DeliveryOutcome.class);
        mailings = CountersBy.of(registry, named("enrollment_mailings", "Mailings"), "kind", MailingKind.class);
        redeems = CountersBy.of(registry, named("enrollment_redeems", "Redemptions"), "result", RedeemResult.class);
        limited = CountersBy.of(
                registry, named("enrollment_rate_limited", "Requests answered 429"), "limit", RateLimited.class);
        webhooks = CountersBy.of(
                registry, named("enrollment_webhook_requests", "Requests to webhooks"), "result", WebhookResult.class);
        wrongCodes = registry.counter(named("enrollment_wrong_codes", "Wrong enroll codes"));
        codeLocks = registry.counter(named("enrollment_code_locks", "Tokens whose code was locked"));
        unknownFields = registry.counter(named("enrollment_unknown_fields", "Unknown fields ignored in bodies"));
        tokens = registry.counter(named("enrollment_tokens_created", "Tokens created"));
        ends = CountersBy.of(registry, named("enrollment_tokens_ended", "Tokens that ended"), "end", TokenEnd.class);
        takeOvers = registry.counter(named("enrollment_lanes_taken_over", "Lanes taken over from dead nodes"));
        sending = Histogram.registered(registry, "enrollment_mail_send_seconds", "Time the relay takes for a message");
        var recent = new RecentBacklog(backlog, System::nanoTime);
        gauge(registry, "enrollment_mails_queued", MetricUnits.NONE, recent, Backlog::queued);
        gauge(registry, "enrollment_mails_deferred", MetricUnits.NONE, recent, Backlog::deferred);
        gauge(
                registry,
                "enrollment_mails_oldest_queued_age",
                MetricUnits.SECONDS,
                recent,
                at -> age(at.oldestQueuedAt(), clock));
        gauge(
                registry,
                "enrollment_reminders_overdue_age",
                MetricUnits.SECONDS,
                recent,
                at -> age(at.oldestReminderDueAt(), clock));
        gauge(registry, "enrollment_webhooks_paused", MetricUnits.NONE, recent, Backlog::pausedWebhooks);
        gauge(
                registry,
                "enrollment_webhooks_oldest_event_age",
                MetricUnits.SECONDS,
                recent,
                at -> age(at.oldestEventAt(), clock));
        registry.gauge(
                named("enrollment_relay_paused", "1 while mail waits because the relay cannot be used"),
                delivery,
                status -> status.isRelayPaused() ? 1 : 0);
        registry.gauge(
                Metadata.builder()
                        .withName("enrollment_clock_offset")
                        .withDescription("How far the clock of this machine is ahead of the database's")
                        .withUnit(MetricUnits.SECONDS)
                        .build(),
                delivery,
                status -> status.clockOffset().toMillis() / 1000.0);
    }

    void begin(@Observes @Initialized(ApplicationScoped.class) Object application) {
        // observing the start creates the bean, and with it every metric
    }

    void onBulk(@Observes BulkOutcome outcome) {
        bulks.count(outcome);
    }

    void onCreated(@Observes(during = TransactionPhase.AFTER_SUCCESS) EnrollmentBatchCreated batch) {
        tokens.inc(batch.tokens());
    }

    void onRedeemed(@Observes(during = TransactionPhase.AFTER_SUCCESS) EnrollmentTokenRedeemed token) {
        ends.count(TokenEnd.REDEEMED);
    }

    void onRevoked(@Observes(during = TransactionPhase.AFTER_SUCCESS) EnrollmentTokenRevoked token) {
        ends.count(TokenEnd.REVOKED);
    }

    void onExpired(@Observes(during = TransactionPhase.AFTER_SUCCESS) EnrollmentTokenExpired token) {
        ends.count(TokenEnd.EXPIRED);
    }

    void onSent(@Observes(during = TransactionPhase.AFTER_SUCCESS) InvitationSent mail) {
        mails.count(DeliveryOutcome.SENT);
    }

    void onFailed(@Observes(during = TransactionPhase.AFTER_SUCCESS) InvitationFailed mail) {
        mails.count(
                mail.reason() == InvitationFailed.Reason.SUPPRESSED
                        ? DeliveryOutcome.SUPPRESSED
                        : DeliveryOutcome.FAILED);
    }

    void onMail(@Observes DeliveryOutcome outcome) {
        mails.count(outcome);
    }

    /** Mailings that are rolled back do not count. */
    void onMailing(@Observes(during = TransactionPhase.AFTER_SUCCESS) MailingPromised mailing) {
        mailings.count(mailing.kind());
    }

    void onAnswered(@Observes MessageAnswered message) {
        sending.add(message.after());
    }

    void onTakenOver(@Observes LaneTakenOver lane) {
        takeOvers.inc();
    }

    /** Redemptions that are rolled back do not count. */
    void onRedeem(@Observes(during = TransactionPhase.AFTER_SUCCESS) RedeemResult result) {
        redeems.count(result);
    }

    /** Wrong codes whose count is rolled back do not count. */
    void onWrongCode(@Observes(during = TransactionPhase.AFTER_SUCCESS) WrongCode wrong) {
        wrongCodes.inc();
        codeLocks.inc(wrong.locked());
    }

    void onWebhook(@Observes WebhookAnswer answer) {
        webhooks.count(WebhookResult.of(answer));
    }

    void onIgnored(@Observes IgnoredFields fields) {
        unknownFields.inc(fields.count());
    }

    void onLimited(@Observes RateLimited limit) {
        limited.count(limit);
    }

    private static double age(Optional<Instant> since, ModuleClock clock) {
        return since.map(oldest -> Duration.between(oldest, clock.instant()).toMillis() / 1000.0)
                .orElse(0.0);
    }

    private static void gauge(
            MetricRegistry registry, String name, String unit, RecentBacklog recent, ToDoubleFunction<Backlog> value) {
        var metadata = Metadata.builder().withName(name).withUnit(unit).build();
        registry.gauge(
                metadata,
                recent,
                source -> source.value().map(value::applyAsDouble).orElse(Double.NaN));
    }

    private static Metadata named(String name, String description) {
        return Metadata.builder().withName(name).withDescription(description).build();
    }
}
