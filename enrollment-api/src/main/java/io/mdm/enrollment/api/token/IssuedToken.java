package io.mdm.enrollment.api.token;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An enrollment token as its organization sees it.
 *
 * @param winDeviceId the device that was enrolled with it; null while none was
 * @param mdmUserId null when the directory did not know the address, or the person was erased
 * @param email the invited address as it was given; null when the person was erased
 * @param language in which the recipient was invited
 * @param settings the token's own where they were changed, else those of its batch
 * @param policyNames names of the policies in the settings by id; those the directory no longer knows are absent
 * @param expireAt the first instant at which it can no longer be redeemed
 * @param enrollmentLink the personal link: a secret; null unless the token is live and links were asked for
 * @param enrollCode the code that opens it together with the address: a secret; null where the link is null
 */
public record IssuedToken(
        String id,
        String organizationId,
        String winEnterpriseId,
        @Nullable String winDeviceId,
        @Nullable String mdmUserId,
        @Nullable String email,
        Language language,
        EnrollmentSettings settings,
        Map<String, String> policyNames,
        State state,
        Instant createdAt,
        Instant updatedAt,
        Instant expireAt,
        @Nullable PersonalLink enrollmentLink,
        @Nullable String enrollCode) {

    /** Where a token is in its life. */
    public enum State {
        /** Waiting to be used. */
        PENDING,
        /** A device was enrolled with it. */
        DONE,
        /** Taken back. */
        DELETED,
        /** Its time is over. */
        EXPIRED
    }

    /** Says which token, and nothing that is secret or personal. */
    @Override
    public String toString() {
        return "IssuedToken[" + id + "]";
    }
}
