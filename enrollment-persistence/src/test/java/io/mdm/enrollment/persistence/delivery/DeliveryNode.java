package io.mdm.enrollment.persistence.delivery;

import io.mdm.enrollment.api.directory.MdmDirectory;
import io.mdm.enrollment.api.spi.InvitationMailer;
import io.mdm.enrollment.api.spi.ModuleConfiguration;
import io.mdm.enrollment.api.spi.WebhookAnswer;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.InMemoryEvent;
import io.mdm.enrollment.domain.delivery.InMemoryHourlyMailQuotas;
import io.mdm.enrollment.domain.delivery.InMemorySuppressionList;
import io.mdm.enrollment.domain.delivery.LaneDelivery;
import io.mdm.enrollment.domain.delivery.RetrySchedule;
import io.mdm.enrollment.domain.retention.RetentionJob;
import io.mdm.enrollment.domain.token.PersonalLinks;
import io.mdm.enrollment.domain.webhook.WebhookQueue;
import io.mdm.enrollment.persistence.delivery.SchedulerFactory.Intervals;
import io.mdm.enrollment.persistence.directory.Directories;
import io.mdm.enrollment.persistence.store.ClockExamples;
import io.mdm.enrollment.persistence.store.DatabaseClock;
import io.mdm.enrollment.persistence.store.EnrollmentDatabase;
import io.mdm.enrollment.persistence.store.Stores;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One node of a cluster, as far as delivery goes. */
final class DeliveryNode implements AutoCloseable {
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final Stores stores;
    private final SchedulerRecorder scheduler;
    private final MdmDirectory directory;
    private final InvitationMailer mailer;
    private final RecordedTracing tracing = new RecordedTracing();
    private Intervals intervals = Intervals.DEFAULT;
    private ModuleConfiguration configuration = Examples.configuration();
    private DatabaseClock clock;
    private @Nullable DeliveryEngine engine;

    DeliveryNode(Stores stores, MdmDirectory directory, InvitationMailer mailer) {
        this.stores = stores;
        this.scheduler = new SchedulerRecorder(stores.database());
        this.clock = ClockExamples.ahead(stores.database(), Duration.ZERO);
        this.directory = directory;
        this.mailer = mailer;
    }

    /** How far the clock of its machine is ahead. */
    DeliveryNode ahead(Duration duration) {
        clock = ClockExamples.ahead(stores.database(), duration);
        return this;
    }

    /** The scheduler goes by this clock, which another node may share. */
    DeliveryNode clock(DatabaseClock shared) {
        clock = shared;
        return this;
    }

    DeliveryNode heartbeat(Duration interval) {
        intervals = new Intervals(intervals.poll(), interval);
        return this;
    }

    /** How often it looks for due lanes without being woken. */
    DeliveryNode poll(Duration interval) {
        intervals = new Intervals(interval, intervals.heartbeat());
        return this;
    }

    DeliveryNode workers(int count) {
        configuration = new ModuleConfiguration(
                configuration.linkBase(),
                configuration.secretKeys(),
                count,
                configuration.hourlyMailQuota(),
                configuration.hourlyRecipients(),
                configuration.resendInterval(),
                configuration.reminders(),
                configuration.smtpUtf8(),
                configuration.directoryFile());
        return this;
    }

    DeliveryNode start() {
        var database = stores.database();
        Directories.create(database);
        var schedulers = new SchedulerFactory(
                database,
                clock,
                scheduler,
                new SchedulerWatchdog(new InMemoryEvent<>()),
                configuration.mailWorkers(),
                intervals);
        var started = new DeliveryEngine(
                database,
                schedulers,
                laneDelivery(),
                new RetentionJob(stores.oldRows(), Examples.retention(), () -> Examples.NOW),
                stores.reminderJob(() -> engine(), clock),
                stores.expiryJob(clock),
                webhooks(database),
                tracing);
        started.start(executor, Executors.defaultThreadFactory());
        engine = started;
        return this;
    }

    private WebhookEngine webhooks(EnrollmentDatabase database) {
        var queue = new AtomicReference<WebhookQueue>();
        var engine = new WebhookEngine(
                database,
                clock,
                stores.webhookDelivery(request -> WebhookAnswer.of(204), clock),
                stores.eventOrderJob(queue::get, clock));
        queue.set(engine);
        return engine;
    }

    private LaneDelivery laneDelivery() {
        return new LaneDelivery(
                stores.batches(),
                stores.tokens(),
                stores.invitations(),
                stores.mailings(),
                (batch, now) -> {},
                directory,
                new PersonalLinks(configuration, Examples.credentials()),
                mailer,
                new InMemoryHourlyMailQuotas(),
                new InMemorySuppressionList(),
                configuration,
                new RetrySchedule(),
                clock);
    }

    DeliveryEngine engine() {
        return Objects.requireNonNull(engine);
    }

    RecordedTracing tracing() {
        return tracing;
    }

    SchedulerRecorder scheduler() {
        return scheduler;
    }

    @Override
    public void close() {
        engine().stop();
        executor.shutdown();
    }
}
