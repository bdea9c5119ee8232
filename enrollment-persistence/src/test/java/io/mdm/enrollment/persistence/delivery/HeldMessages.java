package io.mdm.enrollment.persistence.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.spi.Invitation;
import io.mdm.enrollment.api.spi.RelayReply;
import io.mdm.enrollment.api.spi.SmtpStep;
import io.mdm.enrollment.domain.delivery.InMemoryInvitationMailer.Answer;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Answer of a relay that holds messages until the test lets them go. */
final class HeldMessages implements Answer {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final CountDownLatch underWay = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    @Override
    public RelayReply to(Invitation invitation) {
        underWay.countDown();
        await(released);
        return new RelayReply(SmtpStep.CONTENT, 250);
    }

    /** Returns when the first of them is under way. */
    void awaitFirst() {
        await(underWay);
    }

    void release() {
        released.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
