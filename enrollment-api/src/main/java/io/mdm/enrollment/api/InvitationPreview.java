package io.mdm.enrollment.api;

import io.mdm.enrollment.api.mail.TestMail;
import io.mdm.enrollment.api.mail.WrittenInvitation;

/** Invitations as they would be written, before anybody is invited. Their links open nothing, and say so. */
public interface InvitationPreview {
    /** Test mails to one caller in any 60 minutes. */
    int MAX_HOURLY_TESTS = 10;

    /**
     * Writes the invitation. Nothing is stored or mailed.
     *
     * @throws EnrollmentException {@link EnrollmentProblem#ENTITY_NOT_FOUND} when the organization, its Windows
     *     enterprise, a policy or a segment is unknown; {@link EnrollmentProblem#INVALID_RECIPIENT} when the address is
     *     not valid
     */
    WrittenInvitation preview(PreviewInvitation command);

    /**
     * Mails the invitation to the caller at once, over a connection of its own, and returns when the relay has answered
     * or 15 seconds have passed. It is not tried again.
     *
     * @param caller who asks, whose test mails are counted
     * @param address of the caller
     * @throws EnrollmentException as {@link #preview} does; {@link EnrollmentProblem#UNREACHABLE_CALLER} when the
     *     caller's address is not valid; {@link LimitReached} when the caller was sent {@value #MAX_HOURLY_TESTS} of
     *     them within an hour, or the organization as many mails as it may be
     */
    TestMail test(PreviewInvitation command, String caller, String address);
}
