package io.mdm.enrollment.domain.webhook;

import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.api.spi.ReportedEvent;
import io.mdm.enrollment.api.spi.Sha256;
import io.mdm.enrollment.api.spi.TracedLogger;
import io.mdm.enrollment.api.spi.WebhookAnswer;
import io.mdm.enrollment.api.spi.WebhookRequest;
import io.mdm.enrollment.api.spi.WebhookSender;
import io.mdm.enrollment.api.webhook.WebhookFailure;
import io.mdm.enrollment.domain.audit.AuditTrail;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Delivery of the events of one webhook, request after request in their order. No transaction is open during a request;
 * which events it holds is stored before it is sent, so that a repeated one is the same.
 */
@Dependent
public class WebhookDelivery {
    private static final Logger LOG = TracedLogger.of(WebhookDelivery.class);

    /** Events of one request. */
    private static final int MAX_EVENTS = 200;

    /** Time of one run; then others have their turn. */
    private static final Duration MAX_DURATION = Duration.ofSeconds(5);

    private final WebhookDirectory directory;
    private final WebhookEvents events;
    private final WebhookProgresses progresses;
    private final WebhookSender sender;
    private final TaskTransactions transactions;
    private final AuditTrail audit;
    private final ModuleClock clock;

    @Inject
    public WebhookDelivery(
            WebhookDirectory directory,
            WebhookEvents events,
            WebhookProgresses progresses,
            WebhookSender sender,
            TaskTransactions transactions,
            AuditTrail audit,
            ModuleClock clock) {
        this.directory = directory;
        this.events = events;
        this.progresses = progresses;
        this.sender = sender;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** A request that is to be sent: its events, and the progress that says so. */
    private record Message(Webhook webhook, WebhookProgress progress, EventRange range) {

        /** The same for the same events. */
        String id() {
            var ids = String.join(
                    " ", range.events().stream().map(ReportedEvent::id).toList());
            var hash = Sha256.hash((webhook.id() + " " + ids).getBytes(StandardCharsets.UTF_8));
            return "msg_" + HexFormat.of().formatHex(hash, 0, 16);
        }

        ReportedEvent first() {
            return range.events().get(0);
        }
    }

    /**
     * Delivers some of its events.
     *
     * @param ours asked before every request: whether this node may still send, because another one may have taken over
     * @return when it is to be run again, not before now; empty when nothing is left to be delivered
     */
    public Optional<Instant> run(String webhookId, BooleanSupplier ours) {
        var end = clock.instant().plus(MAX_DURATION);
        while (ours.getAsBoolean() && clock.instant().isBefore(end)) {
            var progress =
                    progresses.find(webhookId).filter(each -> each.pausedAt().isEmpty());
            var webhook = directory.find(webhookId);
            if (progress.isEmpty() || webhook.isEmpty()) {
                return Optional.empty();
            }
            var wait = progress.get().nextAttemptAt().filter(clock.instant()::isBefore);
            if (wait.isPresent()) {
                return wait;
            }
            var message = next(webhook.get(), progress.get());
            if (message.isEmpty()) {
                return Optional.empty();
            }
            send(message.get());
        }
        return Optional.of(clock.instant());
    }

    private Optional<Message> next(Webhook webhook, WebhookProgress progress) {
        var range = progress.end()
                .map(end -> events.between(webhook, progress.cursor(), end))
                .orElseGet(() -> events.after(webhook, progress.cursor(), MAX_EVENTS));
        if (range.events().isEmpty()) {
            progresses.replace(progress, WebhookProgress.at(webhook.id(), range.end()));
            return Optional.empty();
        }
        var sending = progress.sending(range.end());
        return progress.end().isPresent() || progresses.replace(progress, sending)
                ? Optional.of(new Message(webhook, sending, range))
                : Optional.empty();
    }

    private void send(Message message) {
        var webhook = message.webhook();
        var answer = sender.send(new WebhookRequest(
                message.id(), webhook.url(), webhook.secrets(), message.range().events(), clock.instant()));
        answer.failure()
                .ifPresentOrElse(
                        failure -> failed(message, failure, answer),
                        () -> progresses.replace(
                                message.progress(),
                                WebhookProgress.at(webhook.id(), message.range().end())));
    }

    private void failed(Message message, WebhookFailure failure, WebhookAnswer answer) {
        var now = clock.instant();
        var progress = message.progress();
        var next = failure == WebhookFailure.GONE
                ? Optional.<Instant>empty()
                : WebhookRetries.next(
                        progress.failures(), progress.failingSince().orElse(now), now);
        next.ifPresentOrElse(
                at -> progresses.replace(progress, progress.failed(failure, answer.status(), now, at)),
                () -> pause(message, progress.paused(failure, answer.status(), now)));
    }

    /** Audited in the organization whose event waits first: a webhook of all organizations has none of its own. */
    private void pause(Message message, WebhookProgress paused) {
        transactions.around(() -> {
            if (progresses.replace(message.progress(), paused)) {
                audit.webhookPaused(message.first().organizationId(), paused.webhookId());
            }
        });
        LOG.log(
                Level.WARNING,
                "Webhook {0} is paused, because its receiver has not accepted a request: {1}",
                paused.webhookId(),
                paused.lastFailure().map(Enum::name).orElse(""));
    }
}
