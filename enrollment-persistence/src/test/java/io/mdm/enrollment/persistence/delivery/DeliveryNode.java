package io.mdm.enrollment.persistence.delivery;

import io.mdm.enrollment.api.InvitationMailer;
import io.mdm.enrollment.api.MdmDirectory;
import io.mdm.enrollment.api.ModuleConfiguration;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.delivery.LaneDeliveryMaker;
import io.mdm.enrollment.persistence.store.Stores;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One node of a cluster, as far as delivery goes. */
final class DeliveryNode implements AutoCloseable {
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final DeliveryEngine engine = new DeliveryEngine();

    private DeliveryNode() {}

    static DeliveryNode started(Stores stores, MdmDirectory directory, InvitationMailer mailer) {
        return started(stores, directory, mailer, Duration.ZERO, Duration.ofSeconds(5));
    }

    /** @param ahead how far the clock of the node's machine is ahead of the others' */
    static DeliveryNode started(
            Stores stores, MdmDirectory directory, InvitationMailer mailer, Duration ahead, Duration heartbeat) {
        var node = new DeliveryNode();
        InstantSource clock = () -> Instant.now().plus(ahead);
        ModuleConfiguration configuration = Examples.configuration();
        node.engine.database = stores.database();
        node.engine.clock = new DatabaseClock();
        node.engine.clock.database = stores.database();
        node.engine.clock.node = clock;
        node.engine.heartbeat = heartbeat;
        node.engine.configuration = configuration;
        node.engine.laneDelivery = LaneDeliveryMaker.with(
                stores.batches(),
                stores.tokens(),
                stores.invitations(),
                directory,
                mailer,
                () -> clock.instant().truncatedTo(ChronoUnit.MILLIS),
                configuration);
        node.engine.start(node.executor, Executors.defaultThreadFactory());
        return node;
    }

    DeliveryEngine engine() {
        return engine;
    }

    @Override
    public void close() {
        engine.stop();
        executor.shutdown();
    }
}
