package io.mdm.enrollment.chaos;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.mdm.enrollment.chaos.Ledger.Taken;
import io.mdm.enrollment.chaos.Lies.Lie;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.Locale;

/** One client's connection to the relay. */
final class RelayDialogue {
    private static final String MESSAGE_ID = "Message-ID: ";
    private static final String LINK = "https://";

    private final CountingRelay relay;
    private final BufferedReader in;
    private final OutputStream out;
    private Lie lie = Lie.NONE;
    private String recipient = "";

    RelayDialogue(CountingRelay relay, Socket connection) throws IOException {
        this.relay = relay;
        connection.setTcpNoDelay(true);
        in = new BufferedReader(
                new InputStreamReader(new BufferedInputStream(connection.getInputStream(), 16_384), ISO_8859_1));
        out = connection.getOutputStream();
    }

    void hold() throws IOException {
        say("220 counting.example");
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            if (!answered(line)) {
                return;
            }
        }
    }

    /** Whether the dialogue goes on. */
    private boolean answered(String line) throws IOException {
        switch (line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT)) {
            case "MAIL" -> {
                return mail();
            }
            case "RCPT" -> {
                recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                return rcpt();
            }
            case "DATA" -> {
                say("354 go on");
                return data();
            }
            case "QUIT" -> {
                say("221 bye");
                return false;
            }
            default -> say("250 fine");
        }
        return true;
    }

    private boolean mail() throws IOException {
        lie = relay.nextLie();
        say(lie == Lie.CLOSING ? "421 closing" : "250 fine");
        return lie != Lie.CLOSING;
    }

    private boolean rcpt() throws IOException {
        if (relay.isToBeSilent()) {
            long began = System.nanoTime();
            while (in.readLine() != null) {
                // until the client has had enough
            }
            relay.wasSilentFor(Duration.ofNanos(System.nanoTime() - began));
            return false;
        }
        say(lie == Lie.LATER ? "450 4.2.1 later" : "250 fine");
        return true;
    }

    private boolean data() throws IOException {
        var mail = mailFrom(in);
        switch (lie) {
            case LOST -> {
                return false;
            }
            case UNANSWERED -> {
                relay.takeUnanswered(recipient, mail);
                return false;
            }
            default -> {
                relay.think();
                relay.take(recipient, mail);
                say("250 taken");
                return true;
            }
        }
    }

    private static Taken mailFrom(BufferedReader in) throws IOException {
        var messageId = "";
        var link = new StringBuilder();
        boolean linkGoesOn = false;
        for (var line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null) {
                throw new IOException("the client hung up inside a message");
            }
            if (messageId.isEmpty() && line.startsWith(MESSAGE_ID)) {
                messageId = line.substring(MESSAGE_ID.length());
            } else if (linkGoesOn || (link.length() == 0 && line.startsWith(LINK))) {
                linkGoesOn = line.endsWith("="); // a soft line break (RFC 2045, section 6.7)
                link.append(linkGoesOn ? line.substring(0, line.length() - 1) : line);
            }
        }
        return new Taken(messageId, link.toString(), System.nanoTime());
    }

    private void say(String line) throws IOException {
        out.write((line + "\r\n").getBytes(ISO_8859_1));
    }
}
