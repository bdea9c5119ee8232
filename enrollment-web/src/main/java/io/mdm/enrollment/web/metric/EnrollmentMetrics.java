package io.mdm.enrollment.web.metric;

import static io.mdm.enrollment.web.metric.MetricMetadata.named;

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
import io.mdm.enrollment.web.metric.MetricMetadata.Unit;
import io.mdm.enrollment.web.metric.MetricOutlet.Counter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

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
    private final Consumer<Duration> sending;

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
    EnrollmentMetrics(MetricOutlet registry, InvitationBacklog backlog, DeliveryStatus delivery, ModuleClock clock) {
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
        sending = registry.histogram(
                MetricMetadata.inSeconds("enrollment_mail_send", "Time the relay takes for a message"));
        var recent = new RecentBacklog(backlog, System::nanoTime);
        gauge(registry, "enrollment_mails_queued", Unit.NONE, recent, Backlog::queued);
        gauge(registry, "enrollment_mails_deferred", Unit.NONE, recent, Backlog::deferred);
        gauge(
                registry,
                "enrollment_mails_oldest_queued_age",
                Unit.SECONDS,
                recent,
                at -> age(at.oldestQueuedAt(), clock));
        gauge(
                registry,
                "enrollment_reminders_overdue_age",
                Unit.SECONDS,
                recent,
                at -> age(at.oldestReminderDueAt(), clock));
        gauge(registry, "enrollment_webhooks_paused", Unit.NONE, recent, Backlog::pausedWebhooks);
        gauge(
                registry,
                "enrollment_webhooks_oldest_event_age",
                Unit.SECONDS,
                recent,
                at -> age(at.oldestEventAt(), clock));
        registry.gauge(
                named("enrollment_relay_paused", "1 while mail waits because the relay cannot be used"),
                () -> delivery.isRelayPaused() ? 1 : 0);
        registry.gauge(
                MetricMetadata.inSeconds(
                        "enrollment_clock_offset", "How far the clock of this machine is ahead of the database's"),
                () -> delivery.clockOffset().toMillis() / 1000.0);
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
        sending.accept(message.after());
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
            MetricOutlet registry, String name, Unit unit, RecentBacklog recent, ToDoubleFunction<Backlog> value) {
        registry.gauge(
                new MetricMetadata(name, "", unit),
                () -> recent.value().map(value::applyAsDouble).orElse(Double.NaN));
    }
}
