package io.mdm.enrollment.web.mail.smtp;

import static io.mdm.enrollment.api.spi.RelayUnavailable.Moment.BEFORE_MESSAGE;
import static io.mdm.enrollment.api.spi.RelayUnavailable.Moment.DURING_MESSAGE;

import io.mdm.enrollment.api.spi.RelayReply;
import io.mdm.enrollment.api.spi.RelayUnavailable;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import java.io.IOException;
import javax.net.ssl.SSLException;

/**
 * Meaning of the failures of Jakarta Mail. Their texts are never passed on, because they quote addresses and the relay;
 * reply codes and names of exceptions are.
 */
final class SmtpFailures {
    private static final int CLOSING = 421;
    /** Authentication or encryption is missing (RFC 4954, section 6; RFC 3207, section 4). */
    private static final int NOT_LET_IN = 530;

    private SmtpFailures() {}

    /** @throws RelayUnavailable unless the relay judged this recipient or this message */
    static RelayReply onMessage(MessagingException failure, RawMimeMessage message) throws RelayUnavailable {
        int code = AngusReplies.code(failure).orElse(-1);
        boolean refused = code >= 400 && code < 600;
        if (!refused && !(message.begun() && code >= 200 && code < 300)) {
            throw new RelayUnavailable(
                    message.begun() ? DURING_MESSAGE : BEFORE_MESSAGE, "the connection was lost" + because(failure));
        }
        if (code == CLOSING || code == NOT_LET_IN || isOfSender(failure)) {
            throw new RelayUnavailable(BEFORE_MESSAGE, "the relay takes no mail from us, it answered " + code);
        }
        return AngusReplies.command(failure).isEmpty() && !message.begun()
                ? RelayReply.toMailbox(code)
                : new RelayReply(code);
    }

    static RelayUnavailable onConnecting(MessagingException failure, Transport transport) {
        var lastReply = AngusReplies.lastCode(transport).filter(code -> code > 0);
        String words;
        if (failure instanceof AuthenticationFailedException) {
            words = "the relay refused the credentials";
        } else if (failure.getNextException() instanceof SSLException) {
            words = "no trustworthy TLS with the relay" + because(failure);
        } else if (failure.getNextException() instanceof IOException) {
            words = "no connection to the relay" + because(failure);
        } else {
            words = "the relay refused the connection or lacks STARTTLS";
        }
        return new RelayUnavailable(
                BEFORE_MESSAGE,
                words + lastReply.map(code -> ", its last reply was " + code).orElse(""));
    }

    private static boolean isOfSender(MessagingException failure) {
        return AngusReplies.command(failure)
                .filter(command -> command.startsWith("MAIL"))
                .isPresent();
    }

    private static String because(MessagingException failure) {
        var cause = failure.getNextException();
        return cause == null ? "" : " (" + cause.getClass().getSimpleName() + ")";
    }
}
