package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.api.spi.RelayReply;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/**
 * Suppression list: recipients whose mailbox the relay rejected (550, 551, 553), for each organization by the
 * {@link io.mdm.enrollment.domain.recipient.Recipient#hash hash} of the address. Every change is a transaction of its
 * own.
 */
public interface SuppressionList {

    /** The relay's replies, for those of the recipients who are suppressed. */
    Map<Long, RelayReply> among(String organizationId, Collection<Long> addressHashes);

    /** Adds a recipient, or replaces the earlier reply. */
    void add(String organizationId, long addressHash, RelayReply reply, Instant now);

    /** Removes a recipient whom the relay has accepted since, or who is to be forgotten. */
    void remove(String organizationId, long addressHash);
}
