package io.mdm.enrollment.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Command to change a bulk request after its creation.
 *
 * @param duration time from now until which its tokens can be redeemed, in whole seconds; empty leaves their end as it
 *     is
 * @param paused whether its invitations are held; empty leaves that as it is
 * @param sendAt when its tokens begin to work and its mails leave; an instant that has passed for at once; empty leaves
 *     that as it is
 */
public record UpdateBatch(
        String organizationId,
        String batchId,
        Optional<Duration> duration,
        Optional<Boolean> paused,
        Optional<Instant> sendAt) {}
