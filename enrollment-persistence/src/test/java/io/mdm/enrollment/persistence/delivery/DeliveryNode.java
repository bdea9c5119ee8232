package io.mdm.enrollment.persistence.delivery;

import io.mdm.enrollment.api.InvitationMailer;
import io.mdm.enrollment.api.MdmDirectory;
import io.mdm.enrollment.api.ModuleConfiguration;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.delivery.LaneDeliveryMaker;
import io.mdm.enrollment.domain.retention.SweepMaker;
import io.mdm.enrollment.persistence.store.Stores;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One node of a cluster, as far as delivery goes. */
final class DeliveryNode implements AutoCloseable {
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final DeliveryEngine engine = new DeliveryEngine();

    private DeliveryNode() {}

    static DeliveryNode started(Stores stores, MdmDirectory directory, InvitationMailer mailer) {
        var node = new DeliveryNode();
        ModuleConfiguration configuration = Examples.configuration();
        node.engine.database = stores.database();
        node.engine.clock = new DatabaseClock();
        node.engine.clock.database = stores.database();
        node.engine.configuration = configuration;
        node.engine.laneDelivery = LaneDeliveryMaker.with(
                stores.batches(),
                stores.tokens(),
                stores.invitations(),
                directory,
                mailer,
                () -> Instant.now().truncatedTo(ChronoUnit.MILLIS),
                configuration);
        node.engine.sweep = SweepMaker.of(stores.oldRows(), Examples.retention(), () -> Examples.NOW);
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
