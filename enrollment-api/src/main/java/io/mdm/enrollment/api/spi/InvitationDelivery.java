package io.mdm.enrollment.api.spi;

/** The delivery of promised invitations, which runs by itself on every node. */
public interface InvitationDelivery {
    /** The managed executor on which invitations are sent (Jakarta Concurrency 3.0). */
    String EXECUTOR = "java:app/concurrent/enrollmentDelivery";

    /**
     * Looks for due invitations now instead of at the next poll. Only a hint: without it every invitation still leaves,
     * a poll later. Returns at once.
     */
    void wake();
}
