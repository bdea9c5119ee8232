package io.mdm.enrollment.api.spi;

import java.time.Duration;

/** Status of the delivery on this node. */
public interface DeliveryStatus {

    /** Whether mail waits because the relay cannot be used. */
    boolean isRelayPaused();

    /** How far the clock of this machine is ahead of the database's; negative if it is behind. */
    Duration clockOffset();
}
