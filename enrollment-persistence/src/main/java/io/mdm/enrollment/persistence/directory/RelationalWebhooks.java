package io.mdm.enrollment.persistence.directory;

import io.mdm.enrollment.api.spi.EventType;
import io.mdm.enrollment.domain.webhook.Webhook;
import io.mdm.enrollment.domain.webhook.WebhookDirectory;
import io.mdm.enrollment.persistence.store.EnrollmentDatabase;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Webhooks in the relation {@code mdm.webhook}. */
@Dependent
class RelationalWebhooks implements WebhookDirectory {
    private static final String WEBHOOKS = "select id, organization_id, url, secret, events from mdm.webhook ";

    private final EnrollmentDatabase database;

    @Inject
    RelationalWebhooks(EnrollmentDatabase database) {
        this.database = database;
    }

    @Override
    public Optional<Webhook> find(String webhookId) {
        return database.query(WEBHOOKS + "where id = ?", RelationalWebhooks::read, webhookId).stream()
                .findFirst();
    }

    @Override
    public List<Webhook> receivingFrom(String organizationId) {
        return database.query(
                WEBHOOKS + "where organization_id is null or organization_id = ? order by id",
                RelationalWebhooks::read,
                organizationId);
    }

    private static Webhook read(ResultSet row) throws SQLException {
        return new Webhook(
                row.getString(1),
                Optional.ofNullable(row.getString(2)),
                row.getString(3),
                List.of(row.getString(4).strip().split("[\\s,]+", -1)),
                EventType.asked(row.getString(5)));
    }
}
