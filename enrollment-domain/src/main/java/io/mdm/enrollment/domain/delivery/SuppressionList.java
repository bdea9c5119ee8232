package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.api.spi.RelayReply;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/**
 * Recipients of whom a relay said that there is no such mailbox, for each organization by the {@link
 * io.mdm.enrollment.domain.recipient.Recipient#hash hash} of the address. Every change is a transaction of its own.
 */
public interface SuppressionList {

    /** What the relay said, of those among the recipients who were refused. */
    Map<Long, RelayReply> among(String organizationId, Collection<Long> addressHashes);

    /** Notes a refusal, in place of an earlier one. */
    void add(String organizationId, long addressHash, RelayReply reply, Instant now);

    /** The recipient has not been refused after all, or is to be forgotten. */
    void remove(String organizationId, long addressHash);
}
