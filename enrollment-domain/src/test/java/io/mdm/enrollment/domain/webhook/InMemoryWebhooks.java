package io.mdm.enrollment.domain.webhook;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

public final class InMemoryWebhooks implements WebhookDirectory {
    private final Map<String, Webhook> webhooks = new ConcurrentHashMap<>();

    public void put(Webhook webhook) {
        webhooks.put(webhook.id(), webhook);
    }

    public void remove(String webhookId) {
        webhooks.remove(webhookId);
    }

    @Override
    public Optional<Webhook> find(String webhookId) {
        return Optional.ofNullable(webhooks.get(webhookId));
    }

    @Override
    public List<Webhook> receivingFrom(String organizationId) {
        return webhooks.values().stream()
                .filter(webhook ->
                        webhook.organizationId().map(organizationId::equals).orElse(true))
                .sorted(Comparator.comparing(Webhook::id))
                .toList();
    }
}
