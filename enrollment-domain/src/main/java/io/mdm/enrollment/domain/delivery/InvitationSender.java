package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.api.spi.RelayReply;
import io.mdm.enrollment.api.spi.RelayUnavailable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Sending of a single invitation; the outcome is stored before this returns. */
final class InvitationSender {
    private static final Logger LOG = System.getLogger(InvitationSender.class.getName());

    private final InvitationWriter writer;
    private final SuppressionRule suppression;
    private final Attempts attempts;
    private final RelayPause relayPause;

    InvitationSender(InvitationWriter writer, SuppressionRule suppression, Attempts attempts, RelayPause relayPause) {
        this.writer = writer;
        this.suppression = suppression;
        this.attempts = attempts;
        this.relayPause = relayPause;
    }

    void send(Attempt attempt, Slice slice) throws RelayUnavailable {
        RelayReply reply;
        try {
            reply = reply(attempt, slice);
        } catch (RelayUnavailable lost) {
            if (lost.moment() == RelayUnavailable.Moment.DURING_MESSAGE) {
                attempts.outcomeUnknown(attempt);
            }
            throw lost;
        } catch (RuntimeException broken) {
            LOG.log(
                    Level.ERROR,
                    "The invitation of token {0} cannot be written: {1}",
                    attempt.token().id(),
                    broken.getClass());
            attempts.broken(attempt);
            return;
        }
        // stored first, so that it is known even if this node dies in between
        suppression.learn(attempt.lane(), attempt.token(), reply);
        attempts.answered(attempt, reply);
    }

    private RelayReply reply(Attempt attempt, Slice slice) throws RelayUnavailable {
        var invitation = writer.write(
                attempt.token(),
                slice.batch(),
                attempt.lane().mailing(),
                slice.organization().orElseThrow());
        var reply = slice.connection().send(invitation);
        relayPause.over();
        return reply;
    }
}
