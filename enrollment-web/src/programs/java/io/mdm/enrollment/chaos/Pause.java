package io.mdm.enrollment.chaos;

import java.time.Duration;
import org.awaitility.Awaitility;

/** Time in which somebody else does something. */
final class Pause {
    private Pause() {}

    static void of(Duration time) {
        Awaitility.await().pollDelay(time).atMost(time.plusMinutes(1)).until(() -> true);
    }
}
