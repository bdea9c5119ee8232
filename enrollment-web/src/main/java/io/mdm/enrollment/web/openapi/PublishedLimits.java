package io.mdm.enrollment.web.openapi;

import static java.util.Objects.requireNonNull;

import io.mdm.enrollment.api.spi.Retention;
import io.mdm.enrollment.web.config.Configuration;
import io.mdm.enrollment.web.config.RequestLimits;
import java.math.BigDecimal;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Configured limits of the document, each of which stands in one component. */
record PublishedLimits(RequestLimits limits, Retention retention) {

    static PublishedLimits of(Config config) {
        return new PublishedLimits(Configuration.limits(config), Configuration.retention(config));
    }

    void writeTo(Components components) {
        schema(components, "UserEmails").setMaxItems(limits.recipients());
        schema(components, "EmailText").setMaxLength(limits.emailText());
        var duration = schema(components, "DurationSeconds");
        duration.setMinimum(BigDecimal.valueOf(limits.durationMin()));
        duration.setMaximum(BigDecimal.valueOf(limits.durationMax()));
        var tooLarge = requireNonNull(components.getResponses().get("BulkTooLarge"));
        tooLarge.setDescription(tooLarge.getDescription().replaceFirst("\\d+ bytes", limits.bodyBytes() + " bytes"));
        var key = requireNonNull(components.getParameters().get("IdempotencyKey"));
        key.setDescription(key.getDescription()
                .replaceFirst("\\d+ hours", retention.receipts().toHours() + " hours"));
    }

    private static Schema schema(Components components, String name) {
        return requireNonNull(components.getSchemas().get(name));
    }
}
