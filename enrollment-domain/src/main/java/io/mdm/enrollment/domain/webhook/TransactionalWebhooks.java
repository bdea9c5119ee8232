package io.mdm.enrollment.domain.webhook;

import io.mdm.enrollment.api.EnrollmentException;
import io.mdm.enrollment.api.EnrollmentProblem;
import io.mdm.enrollment.api.ReplayWebhook;
import io.mdm.enrollment.api.Webhooks;
import io.mdm.enrollment.api.spi.EventType;
import io.mdm.enrollment.api.webhook.WebhookScope;
import io.mdm.enrollment.api.webhook.WebhookStatus;
import io.mdm.enrollment.domain.UseCase;
import io.mdm.enrollment.domain.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

@UseCase
@ApplicationScoped
class TransactionalWebhooks implements Webhooks {
    private final WebhookDirectory directory;
    private final WebhookEvents events;
    private final WebhookProgresses progresses;
    private final WebhookQueue queue;
    private final AuditTrail audit;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    TransactionalWebhooks() {
        this(null, null, null, null, null);
    }

    @Inject
    TransactionalWebhooks(
            WebhookDirectory directory,
            WebhookEvents events,
            WebhookProgresses progresses,
            WebhookQueue queue,
            AuditTrail audit) {
        this.directory = directory;
        this.events = events;
        this.progresses = progresses;
        this.queue = queue;
        this.audit = audit;
    }

    @Override
    @Transactional
    public List<WebhookStatus> list(String organizationId, WebhookScope scope) {
        return visible(organizationId, scope).stream()
                .map(webhook -> status(webhook, progress(webhook)))
                .toList();
    }

    @Override
    @Transactional
    public WebhookStatus replay(ReplayWebhook command) {
        var webhook = visible(command.organizationId(), command.scope()).stream()
                .filter(each -> each.id().equals(command.webhookId()))
                .findFirst()
                .orElseThrow(() -> new EnrollmentException(EnrollmentProblem.ENTITY_NOT_FOUND));
        var present = progress(webhook);
        var next =
                WebhookProgress.at(webhook.id(), command.from().map(events::at).orElse(present.cursor()));
        if (!progresses.replace(present, next)) {
            throw new EnrollmentException(EnrollmentProblem.BUSY);
        }
        queue.deliverNow(webhook.id());
        audit.webhookReplayed(command.organizationId(), webhook.id());
        return status(webhook, next);
    }

    private List<Webhook> visible(String organizationId, WebhookScope scope) {
        return directory.receivingFrom(organizationId).stream()
                .filter(webhook -> scope == WebhookScope.ALL_ORGANIZATIONS
                        || webhook.organizationId().isPresent())
                .toList();
    }

    private WebhookProgress progress(Webhook webhook) {
        return progresses.find(webhook.id()).orElseGet(() -> progresses.begin(webhook.id()));
    }

    private WebhookStatus status(Webhook webhook, WebhookProgress progress) {
        return new WebhookStatus(
                webhook.id(),
                ShownUrl.of(webhook.url()),
                webhook.events().stream().map(EventType::wireName).sorted().toList(),
                webhook.organizationId().isEmpty(),
                progress.state(),
                progress.failures(),
                progress.failingSince().orElse(null),
                progress.lastFailure().orElse(null),
                progress.lastStatus().isPresent() ? progress.lastStatus().getAsInt() : null,
                progress.nextAttemptAt().orElse(null),
                progress.pausedAt().orElse(null),
                events.timeOfNext(webhook, progress.cursor()).orElse(null));
    }
}
