package io.mdm.enrollment.api.http;

import io.mdm.enrollment.api.UpdateBatch;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Body of a change of a bulk request, read and checked.
 *
 * @param duration time from now until which its tokens can be redeemed
 * @param paused whether its invitations are held
 * @param sendAt when its mails leave
 */
public record BulkUpdateRequest(Optional<Duration> duration, Optional<Boolean> paused, Optional<Instant> sendAt) {

    public UpdateBatch toCommand(String organizationId, String batchId) {
        return new UpdateBatch(organizationId, batchId, duration, paused, sendAt);
    }
}
