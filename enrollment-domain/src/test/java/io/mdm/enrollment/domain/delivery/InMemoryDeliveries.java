package io.mdm.enrollment.domain.delivery;

import java.util.ArrayList;
import java.util.List;

public final class InMemoryDeliveries implements Deliveries {
    private final List<DeliveryLane> lanes = new ArrayList<>();

    @Override
    public void schedule(List<DeliveryLane> scheduled, int invitations) {
        lanes.addAll(scheduled);
    }

    public List<DeliveryLane> lanes() {
        return lanes;
    }
}
