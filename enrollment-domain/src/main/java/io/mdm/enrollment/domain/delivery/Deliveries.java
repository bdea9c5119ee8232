package io.mdm.enrollment.domain.delivery;

import java.util.List;

/** Sees to it that lanes are delivered, by whichever node is free, again and again until nothing is left in them. */
public interface Deliveries {

    /**
     * Has the lanes delivered once the running transaction has committed; without the commit nothing happens.
     *
     * @param invitations how many there are in all lanes together: small deliveries go before large ones
     */
    void schedule(List<DeliveryLane> lanes, int invitations);
}
