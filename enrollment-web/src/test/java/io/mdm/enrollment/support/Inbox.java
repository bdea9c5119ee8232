package io.mdm.enrollment.support;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** A mail relay on 127.0.0.1 that keeps whatever it is given, for anybody. */
public final class Inbox implements AutoCloseable {
    /** Kept, or its level would be forgotten: the relay tells of every address it first hears of. */
    private static final Logger RELAY_LOG = Logger.getLogger("com.icegreen.greenmail");

    private final GreenMail relay;

    private Inbox(GreenMail relay) {
        this.relay = relay;
    }

    /** @param port 0 for any free one */
    public static Inbox open(int port) {
        var relay = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        RELAY_LOG.setLevel(Level.WARNING);
        relay.start();
        return new Inbox(relay);
    }

    public int port() {
        return relay.getSmtp().getPort();
    }

    /** What has arrived so far, recipient by recipient. */
    public List<Mail> mails() {
        return messages().stream().map(Mail::of).toList();
    }

    /** What has arrived so far, recipient by recipient; what was there before is the same object again. */
    public List<MimeMessage> messages() {
        return List.of(relay.getReceivedMessages());
    }

    /** What has arrived so far for one address, exactly as it stands in the mail. */
    public List<Mail> mailsTo(String address) {
        return mails().stream().filter(mail -> mail.to().equals(address)).toList();
    }

    /** What has arrived so far for one address of the envelope (RCPT), whatever stands in the mail. */
    public List<Mail> deliveredTo(String recipient) {
        return Stream.of(relay.getReceivedMessagesForDomain(recipient))
                .map(Mail::of)
                .toList();
    }

    /** Waits for the first mail to an address. */
    public Mail awaitMailTo(String address) {
        return awaitMailsTo(address, 1).get(0);
    }

    /** Waits for so many mails to an address. */
    public List<Mail> awaitMailsTo(String address, int count) {
        return Patience.await(count + " mails to " + address)
                .until(() -> mailsTo(address), mails -> mails.size() >= count);
    }

    /** Waits for so many mails to one address of the envelope. */
    public List<Mail> awaitMailsDeliveredTo(String recipient, int count) {
        return Patience.await(count + " mails delivered to " + recipient)
                .until(() -> deliveredTo(recipient), mails -> mails.size() >= count);
    }

    @Override
    public void close() {
        relay.stop();
    }
}
