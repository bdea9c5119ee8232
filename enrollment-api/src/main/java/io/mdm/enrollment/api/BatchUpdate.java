package io.mdm.enrollment.api;

/** Change of bulk requests after their creation: more time for their tokens, and a pause of their mail. */
public interface BatchUpdate {

    /**
     * Changes the request and its tokens. Tokens that have been redeemed or revoked, that end later already, or whose
     * person was erased, stay as they are. Expired ones are revived in request order, as far as the organization's
     * quota has room.
     *
     * <p>While the request is paused its invitations wait, resends and reminders included; its tokens can be redeemed.
     * A message that is on its way when the pause begins still arrives.
     *
     * @throws EnrollmentException {@link EnrollmentProblem#ENTITY_NOT_FOUND} when the organization has no such batch
     */
    UpdatedBatch update(UpdateBatch command);
}
