package io.mdm.enrollment.domain.bulk;

import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.batch.MailSchedule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Notes to when mails are moved; it is told whether they have begun to leave. */
final class InMemoryMailSchedule implements MailSchedule {
    private final List<Instant> times = new ArrayList<>();
    private boolean begun;

    void begin() {
        begun = true;
    }

    @Override
    public boolean hasBegun(EnrollmentBatch batch) {
        return begun;
    }

    @Override
    public void move(EnrollmentBatch batch, Instant time) {
        times.add(time);
    }

    List<Instant> times() {
        return times;
    }
}
