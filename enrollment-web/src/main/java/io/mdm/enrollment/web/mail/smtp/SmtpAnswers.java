package io.mdm.enrollment.web.mail.smtp;

import io.mdm.enrollment.api.spi.RelayAnswer;
import io.mdm.enrollment.api.spi.RelayLoss;
import io.mdm.enrollment.api.spi.RelayReply;
import io.mdm.enrollment.api.spi.RelayUnavailable;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/**
 * Answers of the relay behind the failures of Jakarta Mail. Their texts are never passed on, because they quote
 * addresses and the relay; reply codes and names of exceptions are.
 */
final class SmtpAnswers {
    /** The first line of a reply, with the enhanced status code (RFC 2034, section 4). */
    private static final Pattern ENHANCED = Pattern.compile("^[245]\\d\\d[ -]([245]\\.\\d{1,3}\\.\\d{1,3})\\b");

    private static final Pattern MECHANISMS = Pattern.compile("[A-Z0-9_ -]{1,100}");

    private SmtpAnswers() {}

    /** The answer to a message that was not taken, or may not have been. */
    static RelayAnswer ofMessage(MessagingException failure, SmtpProgress progress, Transport transport) {
        int code = AngusReplies.code(failure).orElse(-1);
        var step = progress.step(AngusReplies.command(failure));
        if (code >= 400 && code < 600) {
            return new RelayReply(step, code, enhancedStatus(transport));
        }
        return new RelayLoss(step, failure.getNextException() instanceof SocketTimeoutException);
    }

    private static String enhancedStatus(Transport transport) {
        return AngusReplies.lastReply(transport)
                .map(ENHANCED::matcher)
                .filter(reply -> reply.find())
                .map(reply -> reply.group(1))
                .orElse("");
    }

    static RelayUnavailable onConnecting(MessagingException failure, Transport transport) {
        var lastReply = AngusReplies.lastCode(transport).filter(code -> code > 0);
        String words;
        if (failure instanceof AuthenticationFailedException) {
            words = lastReply.filter(code -> code < 300).isPresent()
                    ? "no authentication mechanism in common, the relay offers " + mechanisms(transport)
                            + " and this server LOGIN PLAIN DIGEST-MD5"
                    : "the relay refused the credentials";
        } else if (failure.getNextException() instanceof SSLException) {
            words = "no trustworthy TLS with the relay" + because(failure);
        } else if (failure.getNextException() instanceof IOException) {
            words = "no connection to the relay" + because(failure);
        } else {
            words = "the relay refused the connection or lacks STARTTLS";
        }
        return new RelayUnavailable(
                words + lastReply.map(code -> ", its last reply was " + code).orElse(""));
    }

    private static String mechanisms(Transport transport) {
        return AngusReplies.extension(transport, "AUTH")
                .map(MECHANISMS::matcher)
                .filter(offered -> offered.lookingAt())
                .map(offered -> offered.group())
                .orElse("others");
    }

    private static String because(MessagingException failure) {
        var cause = failure.getNextException();
        return cause == null ? "" : " (" + cause.getClass().getSimpleName() + ")";
    }
}
