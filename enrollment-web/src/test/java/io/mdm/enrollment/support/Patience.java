package io.mdm.enrollment.support;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Patience with an event that surely comes: it ends a test that hangs, and says nothing about speed. */
public final class Patience {
    public static final Duration LIMIT = Duration.ofMinutes(3);

    private Patience() {}

    /** @param event that is waited for, as the failure names it */
    public static ConditionFactory await(String event) {
        return Awaitility.await(event).atMost(LIMIT);
    }
}
