package io.mdm.enrollment.persistence.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.domain.InMemoryMdmDirectory;
import io.mdm.enrollment.domain.delivery.InMemoryInvitationMailer;
import io.mdm.enrollment.persistence.store.SteppedClock;
import io.mdm.enrollment.persistence.store.Stores;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class SchedulerWatchdogTest {
    private final Stores stores = Stores.shared();

    @Test
    void a_node_beats_though_nothing_is_due() {
        try (var node = new DeliveryNode(stores, new InMemoryMdmDirectory(), new InMemoryInvitationMailer())
                .poll(Duration.ofMillis(10))
                .start()) {
            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> node.scheduler().beats() > 500);
            assertThat(node.engine().isAlive()).isTrue();
        }
    }

    @Test
    void only_the_thread_that_looks_counts() throws InterruptedException {
        var watchdog = new SchedulerRecorder(stores.database());
        var stepped = new SteppedClock(stores.database());
        var clock = watchdog.noticing(stepped);
        assertThat(clock.now()).isEqualTo(stepped.instant());
        assertThat(watchdog.beats()).isZero();

        var thread = watchdog.watching(Executors.defaultThreadFactory()).newThread(clock::now);
        thread.start();
        thread.join();
        clock.now();

        assertThat(watchdog.beats()).isEqualTo(1);
    }
}
