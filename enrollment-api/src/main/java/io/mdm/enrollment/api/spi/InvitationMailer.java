package io.mdm.enrollment.api.spi;

import io.mdm.enrollment.api.mail.WrittenInvitation;
import java.time.Duration;

/** Outgoing mail: connections to the relay, and the pace at which this node uses them. */
public interface InvitationMailer {

    /**
     * Waits until this node may send its next message. Asked before a connection is needed, so that none is idle
     * meanwhile.
     *
     * @param meanwhile run once before waiting, if there is a wait
     * @throws InterruptedException when the node stops
     */
    void awaitTurn(Runnable meanwhile) throws InterruptedException;

    /**
     * Lowers the pace, because the relay limits it; it recovers by itself.
     *
     * @return how long nothing is sent now: longer each time, until the relay takes a message again
     */
    Duration slowDown();

    /** Address from which mail is sent, for the operator. */
    String sender();

    /**
     * Opens a connection to the relay, authenticated and encrypted as configured.
     *
     * @throws RelayUnavailable when it cannot be opened
     */
    Connection connect() throws RelayUnavailable;

    /**
     * Hands one invitation to the relay for somebody who waits, over a connection of its own: at its turn, and with
     * less patience than others get.
     *
     * @throws RelayUnavailable when there is no connection, or too many others wait at this node
     */
    RelayAnswer sendAtOnce(Invitation invitation) throws RelayUnavailable;

    /** The invitation as its recipient would read it. */
    WrittenInvitation write(Invitation invitation);

    /** One open connection, used by one thread at a time. Closing it never fails. */
    interface Connection extends AutoCloseable {

        /**
         * Hands one invitation to the relay.
         *
         * @throws IllegalArgumentException when it cannot be written as a message; the relay has heard nothing of it
         *     then, and the connection is as good as before
         */
        RelayAnswer send(Invitation invitation);

        @Override
        void close();
    }
}
