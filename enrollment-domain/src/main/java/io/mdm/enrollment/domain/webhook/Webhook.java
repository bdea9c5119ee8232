package io.mdm.enrollment.domain.webhook;

import io.mdm.enrollment.api.spi.EventType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Receiver of events, as the directory names it.
 *
 * @param organizationId whose events it receives; empty for those of all organizations
 * @param url may hold secrets
 * @param secrets which sign its requests: one, or several while they are rotated
 */
public record Webhook(
        String id, Optional<String> organizationId, String url, List<String> secrets, Set<EventType> events) {

    /** Names neither the URL nor the secrets. */
    @Override
    public String toString() {
        return "Webhook[" + id + "]";
    }
}
