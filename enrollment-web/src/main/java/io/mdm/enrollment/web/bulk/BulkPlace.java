package io.mdm.enrollment.web.bulk;

import io.mdm.enrollment.api.http.HttpProblem;
import io.mdm.enrollment.api.http.RequestException;
import io.mdm.enrollment.web.body.CountedBody;
import io.mdm.enrollment.web.config.BodySize;
import java.io.InputStream;

/**
 * Place of one bulk request, with the bytes of its body, until it is closed. The first 64 KiB of a body are free, so
 * that large bodies never hinder small requests.
 */
final class BulkPlace implements AutoCloseable {
    private final String organizationId;
    private final SharedCapacity places;
    private final SharedCapacity bytes;
    private long reserved;

    BulkPlace(String organizationId, SharedCapacity places, SharedCapacity bytes) {
        this.organizationId = organizationId;
        this.places = places;
        this.bytes = bytes;
    }

    /** The body, reserved while it arrives as far as it was not declared. */
    InputStream reserving(InputStream body) {
        return new CountedBody(body) {
            @Override
            protected void received(long bytes) {
                reserve(bytes);
            }
        };
    }

    /**
     * Reserves room for a body.
     *
     * @param length of the body, or of its part that has arrived
     * @throws RequestException {@link HttpProblem#SERVER_BUSY} if there is not enough
     */
    void reserve(long length) {
        long more = length - BodySize.SMALL_BYTES - reserved;
        if (more > 0) {
            if (!bytes.tryTake(organizationId, more)) {
                throw new RequestException(HttpProblem.SERVER_BUSY);
            }
            reserved += more;
        }
    }

    @Override
    public void close() {
        bytes.giveBack(organizationId, reserved);
        places.giveBack(organizationId, 1);
    }
}
