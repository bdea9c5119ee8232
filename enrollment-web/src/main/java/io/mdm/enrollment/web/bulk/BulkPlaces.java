package io.mdm.enrollment.web.bulk;

import io.mdm.enrollment.api.http.HttpProblem;
import io.mdm.enrollment.api.http.RequestException;
import io.mdm.enrollment.web.config.RequestLimits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Places for bulk requests on this node, limited so that they leave room for other requests: by their number, and by
 * the bytes of their bodies, which are at most two of the maximum size together. An organization gets at most half of
 * either. One that has no place gets its first even if others have taken all, up to twice their number.
 */
@ApplicationScoped
class BulkPlaces {
    private static final int KNOWN_REQUESTERS = 1_000;

    private final SharedCapacity places;
    private final SharedCapacity bytes;
    /** Ids of the organizations for which requests were admitted lately. */
    private final Map<Requester, String> admitted = new ConcurrentHashMap<>();

    /** For the client proxy only. */
    BulkPlaces() {
        places = new SharedCapacity(0, 0);
        bytes = new SharedCapacity(0, 0);
    }

    @Inject
    BulkPlaces(RequestLimits limits) {
        places = new SharedCapacity(limits.concurrentBulks(), limits.concurrentBulks());
        bytes = new SharedCapacity(2 * limits.bodyBytes(), 0);
    }

    /**
     * Who asks, and for which organization. Both count: what is busy is told only to those who were admitted to it.
     *
     * @param caller as the server verified it
     * @param organization its name in the path, an id or a slug
     */
    record Requester(String caller, String organization) {}

    /**
     * Refuses a request that would get no place, as far as that can be told without a look-up.
     *
     * @throws RequestException {@link HttpProblem#SERVER_BUSY} if no place is free for it
     */
    void requireRoom(Requester requester) {
        var organizationId = admitted.get(requester);
        if (organizationId != null && !places.hasRoom(organizationId, 1)) {
            throw new RequestException(HttpProblem.SERVER_BUSY);
        }
    }

    /** Remembers for which organization a request was admitted. */
    void remember(Requester requester, String organizationId) {
        if (admitted.size() >= KNOWN_REQUESTERS) {
            admitted.clear();
        }
        admitted.put(requester, organizationId);
    }

    /**
     * Takes a place for a request whose body has not been read yet.
     *
     * @param declaredBytes declared length of the body; 0 if it is not declared
     * @throws RequestException {@link HttpProblem#SERVER_BUSY} if no place is free, or not enough for the body
     */
    BulkPlace take(String organizationId, long declaredBytes) {
        if (!places.tryTake(organizationId, 1)) {
            throw new RequestException(HttpProblem.SERVER_BUSY);
        }
        var place = new BulkPlace(organizationId, places, bytes);
        try {
            place.reserve(declaredBytes);
            return place;
        } catch (RequestException busy) {
            place.close();
            throw busy;
        }
    }
}
