package io.mdm.enrollment.domain.delivery;

import java.time.Instant;
import java.util.Optional;

/**
 * Hourly mail quotas: counts of the mails of each organization, and of the test mails of each caller, within the last
 * hour, on all nodes together.
 */
public interface HourlyMailQuotas {

    /**
     * Counts one more mail, unless there were as many as may be. Each call is a transaction of its own, and of several
     * at once no two get the last one.
     *
     * @param owner id of the organization, or whatever names a caller of one
     * @param limit in any 60 minutes, at least one
     * @return empty if the mail may be sent, else when to ask again
     */
    Optional<Instant> take(String owner, int limit, Instant now);

    /** A mail that was counted at that instant was not sent. */
    void giveBack(String owner, Instant taken);

    /** When to ask for a mail, if there is no use in asking now; changes nothing. */
    Optional<Instant> fullUntil(String owner, int limit, Instant now);
}
