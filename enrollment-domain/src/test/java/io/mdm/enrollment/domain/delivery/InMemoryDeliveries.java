package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Notes what is scheduled and how often a wake-up was asked for. */
public final class InMemoryDeliveries implements Deliveries, DeliveryTimes, DeliveryWakeUp {
    private final List<DeliveryLane> lanes = new ArrayList<>();
    private final List<Instant> times = new ArrayList<>();
    private int wakeUps;

    @Override
    public void schedule(List<DeliveryLane> scheduled, int invitations, Instant time) {
        lanes.addAll(scheduled);
        times.add(time);
    }

    @Override
    public void move(EnrollmentBatch batch, Instant time) {
        times.add(time);
    }

    /** When what was scheduled or moved is to run, in the order of the calls. */
    public List<Instant> times() {
        return times;
    }

    @Override
    public void afterCommit() {
        wakeUps++;
    }

    public List<DeliveryLane> lanes() {
        return lanes;
    }

    public int wakeUps() {
        return wakeUps;
    }
}
