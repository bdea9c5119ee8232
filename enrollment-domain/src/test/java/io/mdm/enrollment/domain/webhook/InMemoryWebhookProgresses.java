package io.mdm.enrollment.domain.webhook;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

public final class InMemoryWebhookProgresses implements WebhookProgresses {
    private final Map<String, WebhookProgress> progresses = new ConcurrentHashMap<>();
    private volatile boolean failsNext;

    /** The next change is not stored, as when the node dies before. */
    void failNext() {
        failsNext = true;
    }

    @Override
    public Optional<WebhookProgress> find(String webhookId) {
        return Optional.ofNullable(progresses.get(webhookId));
    }

    @Override
    public WebhookProgress begin(String webhookId) {
        return progresses.computeIfAbsent(webhookId, id -> WebhookProgress.at(id, EventCursor.before(0)));
    }

    @Override
    public boolean replace(WebhookProgress present, WebhookProgress next) {
        if (failsNext) {
            failsNext = false;
            throw new IllegalStateException("not stored");
        }
        return progresses.replace(present.webhookId(), present, next);
    }
}
