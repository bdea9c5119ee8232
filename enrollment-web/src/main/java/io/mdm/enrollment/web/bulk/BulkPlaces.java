package io.mdm.enrollment.web.bulk;

import io.mdm.enrollment.api.http.HttpProblem;
import io.mdm.enrollment.api.http.RequestException;
import io.mdm.enrollment.web.config.RequestLimits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Places for bulk requests on this node, limited so that they leave room for other requests: by their number, and by
 * the bytes of their bodies, which are at most two of the maximum size together. An organization gets at most half of
 * either.
 */
@ApplicationScoped
class BulkPlaces {
    private final SharedCapacity places;
    private final SharedCapacity bytes;

    /** For the client proxy only. */
    BulkPlaces() {
        places = new SharedCapacity(0);
        bytes = new SharedCapacity(0);
    }

    @Inject
    BulkPlaces(RequestLimits limits) {
        places = new SharedCapacity(limits.concurrentBulks());
        bytes = new SharedCapacity(2 * limits.bodyBytes());
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
