package io.mdm.enrollment.api;

/** Change of bulk requests after their creation: more time for their tokens, and a pause of their mail. */
public interface BatchUpdate {

    /**
     * Changes the request and its tokens. Tokens that have been redeemed or revoked, that end later already, or whose
     * person was erased, stay as they are. Expired ones are revived in request order, as far as the organization's
     * quota has room.
     *
     * <p>While its mails have not begun to leave, their time can be moved; the end of its pending tokens moves with it.
     *
     * <p>While the request is paused its invitations wait, resends and reminders included; its tokens can be redeemed.
     * A message that is on its way when the pause begins still arrives.
     *
     * @throws EnrollmentException {@link EnrollmentProblem#ENTITY_NOT_FOUND} when the organization has no such batch;
     *     {@link EnrollmentProblem#ALREADY_SENDING} when its mails are to leave at another time, but were not scheduled
     *     or have begun to leave
     */
    UpdatedBatch update(UpdateBatch command);
}
