package io.mdm.enrollment.domain.delivery;

/** The invitations of the batch are held: no attempt is made, and they stay as they are. */
final class BatchPaused extends Exception {
    private static final long serialVersionUID = 1L;

    BatchPaused() {
        super("the batch is paused");
    }
}
