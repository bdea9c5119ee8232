package io.mdm.enrollment.api.spi;

import java.time.Instant;

/**
 * Event as it is told to webhooks. It names no person.
 *
 * @param id its own, the same whenever it is told
 * @param subject id of the token, or of the bulk request, that it is about
 * @param data what it tells, as a JSON object
 */
public record ReportedEvent(
        String id, EventType type, String organizationId, String subject, Instant at, String data) {}
