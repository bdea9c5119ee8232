package io.mdm.enrollment.chaos;

import io.mdm.enrollment.chaos.Ledger.Taken;
import io.mdm.enrollment.chaos.Lies.Lie;
import io.mdm.enrollment.support.LoopbackSmtpServer;
import io.mdm.enrollment.support.LoopbackSmtpServer.Answer;
import io.mdm.enrollment.support.LoopbackSmtpServer.Answer.Then;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One client's connection to the relay. */
final class RelayDialogue implements LoopbackSmtpServer.Conversation {
    private static final String MESSAGE_ID = "Message-ID: ";
    private static final String LINK = "https://";
    private static final Answer HANG_UP = Answer.of("").then(Then.HANG_UP);
    private static final Answer FINE = Answer.of("250 fine");

    private final CountingRelay relay;
    private Lie lie = Lie.NONE;
    private Instant begun = Instant.EPOCH;
    private String recipient = "";
    private String messageId = "";
    private StringBuilder link = new StringBuilder();
    private boolean linkGoesOn;
    private @Nullable Long silentSince;
    private int messages;

    RelayDialogue(CountingRelay relay) {
        this.relay = relay;
    }

    @Override
    public Answer answer(String event, String line) {
        return switch (event) {
            case LoopbackSmtpServer.CONNECT -> Answer.of("220 counting.example");
            case "MAIL" -> mail();
            case "RCPT" -> recipient(line.substring(line.indexOf('<') + 1, line.indexOf('>')));
            case "DATA" -> Answer.of("354 go on");
            case LoopbackSmtpServer.END_OF_DATA ->
                message(new Taken(messageId, link.toString(), begun, System.nanoTime()));
            case "QUIT" -> Answer.of("221 bye").then(Then.HANG_UP);
            default -> FINE;
        };
    }

    private Answer mail() {
        if (relay.ends(messages++)) {
            return messages % 2 == 0
                    ? HANG_UP
                    : Answer.of("421 4.7.0 too many messages").then(Then.HANG_UP);
        }
        begun = Instant.now();
        lie = relay.nextLie();
        messageId = "";
        link = new StringBuilder();
        linkGoesOn = false;
        return lie == Lie.CLOSING ? Answer.of("421 closing").then(Then.HANG_UP) : FINE;
    }

    private Answer recipient(String address) {
        recipient = address;
        if (relay.breaksOffOver(address)) {
            return HANG_UP;
        }
        if (relay.refuses(address)) {
            return Answer.of("550 5.1.1 nobody here");
        }
        if (relay.isToBeSilent()) {
            silentSince = System.nanoTime();
            return Answer.of("");
        }
        return lie == Lie.LATER ? Answer.of("450 4.2.1 later") : FINE;
    }

    private Answer message(Taken mail) {
        switch (lie) {
            case LOST -> {
                return HANG_UP;
            }
            case UNANSWERED -> {
                relay.takeUnanswered(recipient, mail);
                return HANG_UP;
            }
            default -> {
                relay.take(recipient, mail);
                return Answer.of("250 taken").after(relay.thought());
            }
        }
    }

    @Override
    public void read(String line) {
        if (messageId.isEmpty() && line.startsWith(MESSAGE_ID)) {
            messageId = line.substring(MESSAGE_ID.length());
        } else if (linkGoesOn || (link.length() == 0 && line.startsWith(LINK))) {
            linkGoesOn = line.endsWith("="); // a soft line break (RFC 2045, section 6.7)
            link.append(linkGoesOn ? line.substring(0, line.length() - 1) : line);
        }
    }

    /** A client that got no answer has had enough. */
    @Override
    public void end() {
        if (silentSince != null) {
            relay.wasSilentFor(Duration.ofNanos(System.nanoTime() - silentSince));
        }
    }
}
