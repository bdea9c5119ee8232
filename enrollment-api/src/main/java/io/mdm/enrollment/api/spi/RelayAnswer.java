package io.mdm.enrollment.api.spi;

/** Answer of the relay to one message: its last reply, or the loss of the connection instead of one. */
public sealed interface RelayAnswer permits RelayReply, RelayLoss {

    /** The step that it ended. */
    SmtpStep step();

    /** Whether the connection is of no more use. */
    boolean endsConnection();
}
