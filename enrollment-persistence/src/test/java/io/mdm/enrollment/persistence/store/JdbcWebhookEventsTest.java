package io.mdm.enrollment.persistence.store;

import static io.mdm.enrollment.domain.Examples.NOW;
import static io.mdm.enrollment.domain.Examples.upTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.api.spi.EventType;
import io.mdm.enrollment.api.spi.ReportedEvent;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.token.EnrollmentToken;
import io.mdm.enrollment.domain.webhook.EventCursor;
import io.mdm.enrollment.domain.webhook.EventRange;
import io.mdm.enrollment.domain.webhook.Webhook;
import io.mdm.enrollment.persistence.directory.Directories;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The order of events on PostgreSQL, as a webhook of one organization reads it. */
class JdbcWebhookEventsTest {
    private final Stores stores = Stores.shared();
    private final Organization organization = Examples.organization();
    private final Webhook webhook = new Webhook(
            Examples.id(),
            Optional.of(organization.id()),
            "https://host.example/hook",
            List.of("whsec_secret"),
            EnumSet.allOf(EventType.class));

    @BeforeEach
    void the_webhook_is_named() {
        Directories.create(stores.database());
        stores.database()
                .update(
                        "insert into mdm.webhook (id, organization_id, url, secret, events) values (?, ?, ?, ?, '*')",
                        webhook.id(),
                        organization.id(),
                        webhook.url(),
                        "whsec_secret");
        place();
    }

    @Test
    void a_bulk_request_is_told_first_and_then_each_of_its_tokens() {
        var batch = Examples.batch(organization, Examples.settings(), 1_202);
        var tokens = create(batch, 1_201);
        place();

        var all = readAll(200);

        assertThat(all).hasSize(1_202);
        assertThat(all.get(0).type()).isEqualTo(EventType.BULK_CREATED);
        assertThat(all.get(0).subject()).isEqualTo(batch.id());
        assertThat(json(all.get(0)))
                .isEqualTo(json("{'organizationId':'%s','bulkId':'%s','total':1202,'success':1201,'fail':1}", batch));
        assertThat(all.stream().skip(1))
                .extracting(ReportedEvent::subject)
                .containsExactlyElementsOf(
                        tokens.stream().map(EnrollmentToken::id).toList());
        assertThat(json(all.get(1)).getString("enrollmentTokenId"))
                .isEqualTo(tokens.get(0).id());
        assertThat(all).extracting(ReportedEvent::id).doesNotHaveDuplicates();
        assertThat(readAll(7)).isEqualTo(all);
    }

    @Test
    void of_a_request_for_one_token_only_the_token_is_told() {
        var batch = Examples.single(organization, Examples.settings());
        create(batch, 1);
        place();

        assertThat(readAll(200)).satisfiesExactly(event -> {
            assertThat(event.type()).isEqualTo(EventType.TOKEN_CREATED);
            assertThat(json(event).isNull("bulkId")).isTrue();
        });
    }

    @Test
    void a_range_is_read_again_as_it_was() {
        var batch = Examples.batch(organization, Examples.settings(), 10);
        create(batch, 10);
        place();
        var begin = progress();

        var first = stores.webhookEvents().after(webhook, begin, 4);
        create(Examples.batch(organization, Examples.settings(), 1), 1);
        place();

        assertThat(stores.webhookEvents().between(webhook, begin, first.end())).isEqualTo(first);
        assertThat(first.events()).hasSize(4);
    }

    @Test
    void details_of_an_event_are_in_its_data() {
        var batch = Examples.batch(organization, Examples.settings(), 1);
        stores.addToOutbox(OutboxRow.ofToken(
                EventType.INVITATION_FAILED,
                organization.id(),
                batch.id(),
                "a token",
                NOW,
                "{\"mailing\":2,\"reason\":\"refused\",\"reply\":null}"));
        place();

        assertThat(readAll(9)).satisfiesExactly(event -> {
            assertThat(event.at()).isEqualTo(NOW);
            assertThat(json(event))
                    .isEqualTo(json(
                            "{'organizationId':'%s','bulkId':null,'mailing':2,'reason':'refused','reply':null,"
                                    + "'enrollmentTokenId':'a token'}",
                            batch));
        });
    }

    @Test
    void an_event_that_is_committed_late_is_not_passed() {
        stores.transactionally(() -> {
            stores.database().update(OutboxRow.INSERT, expired("late").parameters());
            CompletableFuture.runAsync(() -> {
                        stores.addToOutbox(expired("early"));
                        place();
                    })
                    .join();
            assertThat(readAll(9)).extracting(ReportedEvent::subject).containsExactly("early");
        });
        place();

        assertThat(readAll(9)).extracting(ReportedEvent::subject).containsExactly("early", "late");
    }

    private OutboxRow expired(String tokenId) {
        return OutboxRow.ofToken(EventType.TOKEN_EXPIRED, organization.id(), Examples.id(), tokenId, NOW, null);
    }

    @Test
    void other_organizations_and_other_types_are_passed_over() {
        create(Examples.batch(Examples.organization(), Examples.settings(), 1), 1);
        create(Examples.batch(organization, Examples.settings(), 1), 1);
        place();
        var asking = new Webhook(
                webhook.id(),
                webhook.organizationId(),
                webhook.url(),
                webhook.secrets(),
                EnumSet.of(EventType.TOKEN_EXPIRED));

        var nothing = stores.webhookEvents().after(asking, progress(), 200);

        assertThat(nothing.events()).isEmpty();
        assertThat(stores.webhookEvents().after(webhook, nothing.end(), 200).events())
                .as("it ends behind everything")
                .isEmpty();
        assertThat(readAll(200)).hasSize(2);
    }

    @Test
    void only_webhooks_with_something_to_receive_are_waiting() {
        assertThat(stores.webhookEvents().waiting()).doesNotContain(webhook.id());

        create(Examples.batch(organization, Examples.settings(), 1), 1);
        place();

        assertThat(stores.webhookEvents().waiting()).contains(webhook.id());
    }

    @Test
    void nothing_is_written_for_an_organization_without_webhooks() {
        stores.database().update("delete from mdm.webhook where organization_id is null");
        var other = Examples.organization();

        create(Examples.batch(other, Examples.settings(), 1), 1);

        assertThat(stores.database()
                        .query(
                                "select 1 from enrollment.webhook_outbox where organization_id = ?",
                                row -> 1,
                                other.id()))
                .isEmpty();
    }

    @Test
    void the_events_since_a_time_are_found() {
        var later = afterAllOthers();
        create(Examples.batch(organization, Examples.settings(), 1, NOW), 1);
        create(Examples.batch(organization, Examples.settings(), 1, later), 1);
        place();

        var cursor = stores.webhookEvents().at(later);

        assertThat(stores.webhookEvents().timeOfNext(webhook, progress())).contains(NOW);
        assertThat(cursor.position()).isGreaterThan(progress().position());
    }

    /** Events of other tests have their places in the same order. */
    private Instant afterAllOthers() {
        return stores.database()
                .query("select max(at) from enrollment.webhook_event", row -> InstantConverter.instant(row, 1))
                .get(0)
                .orElse(NOW)
                .plusSeconds(9);
    }

    /** With the row that its creation leaves in the outbox. */
    private List<EnrollmentToken> create(EnrollmentBatch batch, int tokens) {
        var issued = Examples.tokens(batch, upTo(tokens));
        batch.conclude(tokens);
        stores.transactionally(() -> {
            stores.batches().add(batch, List.of());
            stores.tokens().addAll(issued);
        });
        stores.addToOutbox(
                OutboxRow.ofBatch(EventType.BULK_CREATED, batch.organizationId(), batch.id(), batch.createdAt(), null));
        return issued;
    }

    private void place() {
        stores.transactionally(() -> {
            while (stores.webhookEvents().place(1_000) > 0) {
                // until all have their places
            }
        });
    }

    private EventCursor progress() {
        return stores.webhookProgresses().find(webhook.id()).orElseThrow().cursor();
    }

    private List<ReportedEvent> readAll(int limit) {
        var all = new ArrayList<ReportedEvent>();
        EventRange range = stores.webhookEvents().after(webhook, progress(), limit);
        while (!range.events().isEmpty()) {
            all.addAll(range.events());
            range = stores.webhookEvents().after(webhook, range.end(), limit);
        }
        return all;
    }

    private static JsonObject json(ReportedEvent event) {
        return json(event.data());
    }

    private static JsonObject json(String template, EnrollmentBatch batch) {
        return json(template.replace('\'', '"').formatted(batch.organizationId(), batch.id()));
    }

    private static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
