package io.mdm.enrollment.api;

/** The delivery of promised invitations, which runs by itself on every node. */
public interface InvitationDelivery {

    /**
     * Looks for due invitations now instead of at the next poll. Only a hint: without it every invitation still leaves, a
     * poll later. Returns at once.
     */
    void wake();
}
