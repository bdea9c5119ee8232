package io.mdm.enrollment.api.token;

import io.mdm.enrollment.api.mail.Mail;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Enrollment token as its organization sees it.
 *
 * @param bulkId batch of the token; null if it was the request for this one token
 * @param winDeviceId device enrolled with it; null before
 * @param mdmUserId user with the invited address; null if the directory knew none, or after erasure
 * @param email invited address, its domain in A-labels (RFC 5890); null after erasure
 * @param language language of the invitation
 * @param settings settings of the token where they were changed, else those of its batch
 * @param policyNames names by id of the policies in the settings, known ones only
 * @param expireAt first instant at which it can no longer be redeemed
 * @param enrolledAt when the device was enrolled; null before
 * @param codeLocked whether the token is live but its code does not work, because too many wrong codes were tried
 * @param mail its invitation; null for the holder of its link or code, who is not told
 * @param enrollmentLink personal link, a secret; null unless the token is live and links are visible
 * @param enrollCode code that opens it together with the address, a secret; null where the link is null
 */
public record IssuedToken(
        String id,
        String organizationId,
        @Nullable String bulkId,
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
        @Nullable Instant enrolledAt,
        boolean codeLocked,
        @Nullable Mail mail,
        @Nullable PersonalLink enrollmentLink,
        @Nullable String enrollCode) {

    /** State of a token. */
    public enum State {
        /** Not used yet. */
        PENDING,
        /** A device was enrolled with it. */
        DONE,
        /** Revoked. */
        DELETED,
        /** Expired without use. */
        EXPIRED
    }

    /** The same without its mail, which changes without the token. */
    public IssuedToken withoutMail() {
        return RecordCopy.with(this, "mail", null);
    }

    /** Names the token without secrets and personal data. */
    @Override
    public String toString() {
        return "IssuedToken[" + id + "]";
    }
}
