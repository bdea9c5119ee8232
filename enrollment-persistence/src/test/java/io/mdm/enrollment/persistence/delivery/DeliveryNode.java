package io.mdm.enrollment.persistence.delivery;

import io.mdm.enrollment.api.directory.MdmDirectory;
import io.mdm.enrollment.api.spi.InvitationMailer;
import io.mdm.enrollment.api.spi.ModuleConfiguration;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.InMemoryEvent;
import io.mdm.enrollment.domain.delivery.LaneDeliveryMaker;
import io.mdm.enrollment.domain.retention.RetentionJob;
import io.mdm.enrollment.persistence.store.Stores;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One node of a cluster, as far as delivery goes. */
final class DeliveryNode implements AutoCloseable {
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final DeliveryEngine engine = new DeliveryEngine();
    private final Stores stores;
    private final SchedulerRecorder scheduler;
    private final MdmDirectory directory;
    private final InvitationMailer mailer;
    private DatabaseClock clock = new DatabaseClock();
    private Duration ahead = Duration.ZERO;
    private ModuleConfiguration configuration = Examples.configuration();

    DeliveryNode(Stores stores, MdmDirectory directory, InvitationMailer mailer) {
        this.stores = stores;
        this.scheduler = new SchedulerRecorder(stores.database());
        this.directory = directory;
        this.mailer = mailer;
    }

    /** How far the clock of its machine is ahead. */
    DeliveryNode ahead(Duration duration) {
        ahead = duration;
        return this;
    }

    /** The scheduler goes by this clock, which another node may share. */
    DeliveryNode clock(DatabaseClock shared) {
        clock = shared;
        return this;
    }

    DeliveryNode heartbeat(Duration interval) {
        engine.heartbeat = interval;
        return this;
    }

    DeliveryNode workers(int count) {
        configuration = new ModuleConfiguration(
                configuration.linkBase(),
                configuration.secretKeys(),
                count,
                configuration.hourlyMailQuota(),
                configuration.smtpUtf8(),
                configuration.directoryFile());
        return this;
    }

    DeliveryNode start() {
        engine.database = stores.database();
        clock.database = stores.database();
        clock.node = this::now;
        engine.clock = clock;
        scheduler.takenOver = new InMemoryEvent<>();
        engine.watchdog = scheduler;
        engine.configuration = configuration;
        engine.laneDelivery = LaneDeliveryMaker.with(
                stores.batches(),
                stores.tokens(),
                stores.invitations(),
                directory,
                mailer,
                () -> now().truncatedTo(ChronoUnit.MILLIS),
                configuration);
        engine.retentionJob = new RetentionJob(stores.oldRows(), Examples.retention(), () -> Examples.NOW);
        engine.start(executor, Executors.defaultThreadFactory());
        return this;
    }

    private Instant now() {
        return Instant.now().plus(ahead);
    }

    DeliveryEngine engine() {
        return engine;
    }

    SchedulerRecorder scheduler() {
        return scheduler;
    }

    @Override
    public void close() {
        engine.stop();
        executor.shutdown();
    }
}
