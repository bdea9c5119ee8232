package io.mdm.enrollment.dev;

import io.mdm.enrollment.support.LoopbackSmtpServer;
import io.mdm.enrollment.support.LoopbackSmtpServer.Answer;
import io.mdm.enrollment.support.LoopbackSmtpServer.Answer.Then;
import io.mdm.enrollment.support.LoopbackSmtpServer.Conversation;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Conversation of the relay with one client. Recipients named {@code refused}, {@code later} or {@code slow}, in any
 * domain and with any {@code +suffix}, fail on purpose: the first is rejected for good, a mail to the second is
 * deferred once, a mail to the third is taken after {@link #SLOW}.
 */
final class RelayConversation implements Conversation {
    /** Less than the ten minutes for which the product waits after the final dot. */
    static final Duration SLOW = Duration.ofSeconds(20);

    private static final Pattern ON_PURPOSE =
            Pattern.compile("RCPT TO: ?<(refused|later|slow)(?:\\+[^@>]*)?@.*", Pattern.CASE_INSENSITIVE);

    private final Letters letters;
    private final Set<String> deferred;
    private final StringBuilder message = new StringBuilder();
    private String fault = "";

    /** @param deferred Message-IDs of the mails that were deferred, on all connections */
    RelayConversation(Letters letters, Set<String> deferred) {
        this.letters = letters;
        this.deferred = deferred;
    }

    @Override
    public Answer answer(String event, String line) {
        return switch (event) {
            case LoopbackSmtpServer.CONNECT -> Answer.of("220 localhost");
            case "RCPT" -> toRecipient(line);
            case "DATA" -> Answer.of("354 Go on");
            case LoopbackSmtpServer.END_OF_DATA -> toMessage();
            case "QUIT" -> Answer.of("221 Bye").then(Then.HANG_UP);
            default -> Answer.of("250 localhost");
        };
    }

    @Override
    public void read(String line) {
        message.append(line).append("\r\n");
    }

    private Answer toRecipient(String line) {
        var onPurpose = ON_PURPOSE.matcher(line);
        fault = onPurpose.matches() ? onPurpose.group(1).toLowerCase(Locale.ROOT) : "";
        return Answer.of(fault.equals("refused") ? "550 5.1.1 No such mailbox" : "250 2.1.5 Fine");
    }

    private Answer toMessage() {
        var source = message.toString();
        message.setLength(0);
        if (fault.equals("later") && deferred.add(Letter.header(Letter.message(source), "Message-ID"))) {
            return Answer.of("451 4.7.1 Try again in some minutes");
        }
        letters.add(source);
        var taken = Answer.of("250 2.0.0 Taken");
        return fault.equals("slow") ? taken.after(SLOW) : taken;
    }
}
