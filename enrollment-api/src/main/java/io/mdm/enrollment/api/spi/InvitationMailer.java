package io.mdm.enrollment.api.spi;

/** Outgoing mail: connections to the relay. */
public interface InvitationMailer {

    /**
     * Opens a connection to the relay, authenticated and encrypted as configured.
     *
     * @throws RelayUnavailable when it cannot be opened
     */
    Connection connect() throws RelayUnavailable;

    /** One open connection, used by one thread at a time. Closing it never fails. */
    interface Connection extends AutoCloseable {

        /**
         * Hands one invitation to the relay.
         *
         * @return the relay's reply to this recipient and this message
         * @throws RelayUnavailable when the relay refuses for reasons that have nothing to do with the recipient, or
         *     the connection is lost; the connection is of no more use then
         */
        RelayReply send(Invitation invitation) throws RelayUnavailable;

        @Override
        void close();
    }
}
