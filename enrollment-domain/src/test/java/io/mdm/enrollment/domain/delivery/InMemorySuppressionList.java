package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.api.spi.RelayReply;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

public final class InMemorySuppressionList implements SuppressionList {
    private final Map<Place, RelayReply> suppressionList = new ConcurrentHashMap<>();

    private record Place(String organizationId, long addressHash) {}

    @Override
    public Map<Long, RelayReply> among(String organizationId, Collection<Long> addressHashes) {
        var result = new HashMap<Long, RelayReply>();
        addressHashes.forEach(hash -> Optional.ofNullable(suppressionList.get(new Place(organizationId, hash)))
                .ifPresent(reply -> result.put(hash, reply)));
        return result;
    }

    @Override
    public void add(String organizationId, long addressHash, RelayReply reply, Instant now) {
        suppressionList.put(new Place(organizationId, addressHash), reply);
    }

    @Override
    public void remove(String organizationId, long addressHash) {
        suppressionList.remove(new Place(organizationId, addressHash));
    }
}
