package io.mdm.enrollment.domain.delivery;

import java.util.ArrayList;
import java.util.List;

/** Notes what is scheduled and how often a wake-up was asked for. */
public final class InMemoryDeliveries implements Deliveries, DeliveryWakeUp {
    private final List<DeliveryLane> lanes = new ArrayList<>();
    private int wakeUps;

    @Override
    public void schedule(List<DeliveryLane> scheduled, int invitations) {
        lanes.addAll(scheduled);
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
