package io.mdm.enrollment.domain.issuance;

import java.time.Duration;
import java.util.List;

/** Recipients in each organization's requests of the last hour, on all nodes together, whatever became of them. */
public interface HourlyRecipients {

    /** What counts now, the oldest first; changes nothing. */
    List<Count> counts(String organizationId);

    /**
     * Adds these recipients as part of the running transaction, one transaction at a time: another one that adds some
     * of the same organization waits until this one ends.
     *
     * @return what counts now, these included, the oldest first
     */
    List<Count> add(String organizationId, int recipients);

    /**
     * Recipients of one minute.
     *
     * @param countFor time until they no longer count
     */
    record Count(int recipients, Duration countFor) {}
}
