package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.api.spi.RelayAnswer;
import io.mdm.enrollment.api.spi.RelayLoss;
import io.mdm.enrollment.api.spi.RelayReply;
import io.mdm.enrollment.api.spi.SmtpStep;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Attribution of a relay's answer: to what a refusal or a loss is charged. The table in docs/reliability.md lists every
 * case. Reply codes: RFC 5321, section 4.2; enhanced status codes: RFC 3463 and RFC 5248.
 */
enum Attribution {
    /** The relay has taken the message. */
    DELIVERED,
    /** This recipient or this message: tried again after a 4xx, failed after a 5xx. */
    INVITATION,
    /** The mailbox does not exist: failed, and not mailed again. */
    MAILBOX,
    /** It is unknown whether the relay has taken the message: sent again, a few times. */
    UNKNOWN_OUTCOME,
    /** The connection: the same message is sent over a new one at once. */
    CONNECTION,
    /** The pace: everything is sent more slowly, and this message within seconds. */
    PACE,
    /** The invitation, or the relay, which shows at the next invitations. */
    UNDECIDED,
    /** The relay, or our access to it: all mail waits. */
    RELAY;

    /** What has happened to the connection before. */
    enum Connection {
        /** It has served other messages. */
        USED,
        /** Nothing has been answered on it. */
        NEW,
        /** It was opened because the last one was lost over this very message. */
        RENEWED
    }

    private static final int BAD_SEQUENCE = 503;
    private static final int TOO_LARGE = 552;
    private static final Set<Integer> NO_MAILBOX = Set.of(550, 551, 553);
    private static final Set<Integer> NOT_LET_IN = Set.of(530, 534, 535, 538);
    private static final Pattern MAILBOX_STATUS = Pattern.compile("5\\.(1\\.(1|2|3|6|10)|2\\.1)");
    private static final Pattern ACCESS_STATUS = Pattern.compile("5\\.7\\.(8|9|11)");
    private static final Pattern SIZE_STATUS = Pattern.compile("5\\.(3\\.4|2\\.3)");
    private static final Pattern PACE_STATUS = Pattern.compile("4\\.(7\\.0|3\\.2)");
    private static final Pattern SENDER_OR_SYSTEM_STATUS =
            Pattern.compile("[45]\\.3\\..*|5\\.(7\\..*|5\\..*|1\\.[78])");

    static Attribution of(RelayAnswer answer, Connection connection) {
        return answer instanceof RelayReply reply ? ofReply(reply, connection) : ofLoss((RelayLoss) answer, connection);
    }

    private static Attribution ofLoss(RelayLoss loss, Connection connection) {
        if (loss.step() == SmtpStep.CONTENT) {
            return UNKNOWN_OUTCOME;
        }
        boolean aboutMessage = loss.hung() && loss.step() != SmtpStep.MAIL;
        return aboutMessage ? UNDECIDED : ofClosing(loss.step(), connection);
    }

    /** Relays end connections after a number of messages or when idle, and some do over a recipient. */
    private static Attribution ofClosing(SmtpStep step, Connection connection) {
        if (connection == Connection.USED) {
            return CONNECTION;
        }
        if (step == SmtpStep.MAIL) {
            return RELAY;
        }
        return connection == Connection.NEW ? CONNECTION : UNDECIDED;
    }

    private static Attribution ofReply(RelayReply reply, Connection connection) {
        var status = reply.enhancedStatus();
        if (reply.accepted()) {
            return DELIVERED;
        }
        if (reply.endsConnection() && connection == Connection.USED) {
            return CONNECTION;
        }
        if (PACE_STATUS.matcher(status).matches() && !reply.refused()) {
            return PACE;
        }
        return reply.endsConnection() ? ofClosing(reply.step(), connection) : ofRefusal(reply, status);
    }

    private static Attribution ofRefusal(RelayReply reply, String status) {
        boolean refusesAccess = NOT_LET_IN.contains(reply.code())
                || reply.code() == BAD_SEQUENCE
                || ACCESS_STATUS.matcher(status).matches();
        if (refusesAccess && reply.step() != SmtpStep.CONTENT) {
            return RELAY;
        }
        if (SIZE_STATUS.matcher(status).matches() || reply.code() == TOO_LARGE) {
            return INVITATION;
        }
        if (reply.step() == SmtpStep.MAIL) {
            return RELAY;
        }
        if (SENDER_OR_SYSTEM_STATUS.matcher(status).matches()) {
            return UNDECIDED;
        }
        return refusesMailbox(reply, status) ? MAILBOX : INVITATION;
    }

    private static boolean refusesMailbox(RelayReply reply, String status) {
        if (reply.step() != SmtpStep.RCPT || !reply.refused()) {
            return false;
        }
        return status.isEmpty()
                ? NO_MAILBOX.contains(reply.code())
                : MAILBOX_STATUS.matcher(status).matches();
    }
}
