package io.mdm.enrollment.domain.delivery;

import java.util.List;

/** Deliveries under way: scheduled lanes, each run by whichever node is free until nothing is left in it. */
public interface Deliveries {

    /**
     * Schedules the lanes within the running transaction: without its commit nothing is delivered.
     *
     * @param invitations how many there are in all lanes together: small deliveries go before large ones
     */
    void schedule(List<DeliveryLane> lanes, int invitations);
}
