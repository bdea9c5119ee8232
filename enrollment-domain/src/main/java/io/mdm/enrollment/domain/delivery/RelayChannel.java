package io.mdm.enrollment.domain.delivery;

import static java.util.Objects.requireNonNull;

import io.mdm.enrollment.api.spi.Invitation;
import io.mdm.enrollment.api.spi.InvitationMailer;
import io.mdm.enrollment.api.spi.RelayAnswer;
import io.mdm.enrollment.api.spi.RelayUnavailable;
import org.jspecify.annotations.Nullable;

/**
 * Channel to the relay: one connection after the other, each for as long as the relay keeps it. Used by one thread at a
 * time.
 */
final class RelayChannel implements AutoCloseable {
    private final InvitationMailer mailer;
    private InvitationMailer.@Nullable Connection connection;
    private Attribution.Connection state = Attribution.Connection.NEW;

    RelayChannel(InvitationMailer mailer) {
        this.mailer = mailer;
    }

    /** An answer, and to what it is charged: never to the connection. */
    record Answered(RelayAnswer answer, Attribution attribution) {}

    /**
     * Waits for the turn of this message, and connects if need be: relays close connections that are idle.
     *
     * @param meanwhile run once before anything that takes long
     */
    void prepare(Runnable meanwhile) throws RelayUnavailable {
        if (connection == null) {
            meanwhile.run();
        }
        try {
            mailer.awaitTurn(meanwhile);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new RelayUnavailable("the node stops");
        }
        if (connection == null) {
            open(Attribution.Connection.NEW);
        }
    }

    /** Hands the invitation over, once more over a new connection where the fault is the connection's. */
    Answered send(Invitation invitation) throws RelayUnavailable {
        var answered = sendOnce(invitation);
        while (answered.attribution() == Attribution.CONNECTION) {
            open(Attribution.Connection.RENEWED);
            answered = sendOnce(invitation);
        }
        return answered;
    }

    private Answered sendOnce(Invitation invitation) {
        var answer = requireNonNull(connection, "prepared").send(invitation);
        var attribution = Attribution.of(answer, state);
        if (answer.endsConnection()) {
            close();
        } else {
            state = Attribution.Connection.USED;
        }
        return new Answered(answer, attribution);
    }

    private void open(Attribution.Connection as) throws RelayUnavailable {
        connection = mailer.connect();
        state = as;
    }

    @Override
    public void close() {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }
}
