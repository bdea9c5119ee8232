package io.mdm.enrollment.domain.issuance;

import static io.mdm.enrollment.domain.Examples.NOW;

import io.mdm.enrollment.domain.StoppedClock;
import java.time.Duration;

class InMemoryHourlyRecipientsTest extends HourlyRecipientsContract {
    private final StoppedClock clock = new StoppedClock(NOW);
    private final InMemoryHourlyRecipients recipients = new InMemoryHourlyRecipients(clock);

    @Override
    protected HourlyRecipients recipients() {
        return recipients;
    }

    @Override
    protected void transactionally(Runnable work) {
        work.run();
    }

    @Override
    protected void pass(Duration time) {
        clock.pass(time);
    }
}
