package io.mdm.enrollment.persistence.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.spi.WebhookAnswer;
import io.mdm.enrollment.api.spi.WebhookRequest;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.InMemoryEvent;
import io.mdm.enrollment.persistence.delivery.SchedulerFactory.Intervals;
import io.mdm.enrollment.persistence.directory.Directories;
import io.mdm.enrollment.persistence.store.ClockExamples;
import io.mdm.enrollment.persistence.store.DatabaseClock;
import io.mdm.enrollment.persistence.store.Stores;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The scheduler of webhooks on PostgreSQL; only the receiver is made up. */
class WebhookEngineTest {
    /** Against a test that hangs; nothing is said about speed. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Intervals INTERVALS = new Intervals(Duration.ofMillis(50), Duration.ofMillis(50));

    private final Stores stores = Stores.shared();
    private final DatabaseClock clock = ClockExamples.ahead(stores.database(), Duration.ZERO);
    private final String organization = Examples.organization().id();
    private final String webhook = Examples.id();
    private final List<WebhookRequest> requests = new CopyOnWriteArrayList<>();
    private final WebhookEngine engine = new WebhookEngine(
            stores.database(),
            clock,
            stores.webhookDelivery(this::receive, clock),
            stores.eventOrderJob(this::queue, clock));

    private WebhookEngine queue() {
        return engine;
    }

    private WebhookAnswer receive(WebhookRequest request) {
        if (request.url().contains(webhook)) { // others are left by other tests
            requests.add(request);
        }
        return WebhookAnswer.of(204);
    }

    @BeforeEach
    void an_event_waits() {
        Directories.create(stores.database());
        stores.database()
                .update(
                        "insert into mdm.webhook (id, organization_id, url, secret, events) values (?, ?, ?, '', '*')",
                        webhook,
                        organization,
                        "https://host.example/" + webhook);
        stores.webhookProgresses().begin(webhook);
        stores.database()
                .update(
                        "insert into enrollment.webhook_event (at, organization_id, batch_id, type, data)"
                                + " values (now(), ?, ?, 'mdm.windows.bulk.created', '{}')",
                        organization,
                        Examples.id());
    }

    private void start() {
        var watchdog = new SchedulerWatchdog(new InMemoryEvent<>());
        engine.start(
                new SchedulerFactory(stores.database(), clock, watchdog, watchdog, 1, INTERVALS),
                Executors.defaultThreadFactory());
    }

    @AfterEach
    void stop() {
        engine.stop();
        stores.database().update("delete from mdm.webhook where id = ?", webhook);
    }

    @Test
    void a_delivery_that_a_dead_node_had_begun_goes_on_at_another_one() {
        var died = clock.instant().minusSeconds(3_600).atOffset(ZoneOffset.UTC);
        stores.database()
                .update(
                        "insert into enrollment.webhook_tasks (task_name, task_instance, execution_time, picked, picked_by,"
                                + " last_heartbeat, version) values ('webhook', ?, ?, true, 'dead', ?, 1)",
                        webhook,
                        died,
                        died);

        start();

        until(() -> tasks() == 0);
        assertThat(requests).hasSize(1);
    }

    @Test
    void a_delivery_that_waits_until_tomorrow_is_made_at_once_on_request() {
        stores.database()
                .update(
                        "insert into enrollment.webhook_tasks (task_name, task_instance, execution_time, picked, version)"
                                + " values ('webhook', ?, ?, false, 1)",
                        webhook,
                        clock.instant().plusSeconds(86_400).atOffset(ZoneOffset.UTC));
        start();

        stores.transactionally(() -> engine.deliverNow(webhook));

        until(() -> tasks() == 0);
        assertThat(requests).hasSize(1);
    }

    private int tasks() {
        return stores.database()
                .query(
                        "select count(*) from enrollment.webhook_tasks where task_name = 'webhook' and task_instance = ?",
                        row -> row.getInt(1),
                        webhook)
                .get(0);
    }

    private static void until(Callable<Boolean> condition) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(condition);
    }
}
