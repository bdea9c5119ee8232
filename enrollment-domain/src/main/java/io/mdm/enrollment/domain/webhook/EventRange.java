package io.mdm.enrollment.domain.webhook;

import io.mdm.enrollment.api.spi.ReportedEvent;
import java.util.List;

/**
 * Events up to a place, those that a webhook asks for.
 *
 * @param end behind the last of them; without any, behind everything that was there
 */
public record EventRange(List<ReportedEvent> events, EventCursor end) {}
