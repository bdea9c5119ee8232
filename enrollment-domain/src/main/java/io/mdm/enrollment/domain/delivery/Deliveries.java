package io.mdm.enrollment.domain.delivery;

import java.time.Instant;
import java.util.List;

/** Deliveries under way: scheduled lanes, each run by whichever node is free until nothing is left in it. */
public interface Deliveries {

    /**
     * Schedules the lanes for that time or, if it has passed, at once, within the running transaction: without its
     * commit nothing is delivered.
     *
     * @param invitations how many there are in all lanes together: small deliveries go before large ones
     */
    void schedule(List<DeliveryLane> lanes, int invitations, Instant time);
}
