package io.mdm.enrollment.benchmark;

import io.mdm.enrollment.support.LoopbackSmtpServer;
import io.mdm.enrollment.support.LoopbackSmtpServer.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A relay that reads one mail. */
final class SampleMail implements LoopbackSmtpServer.Conversation {
    private final List<String> lines = new ArrayList<>();
    private final CompletableFuture<List<String>> mail;

    private SampleMail(CompletableFuture<List<String>> mail) {
        this.mail = mail;
    }

    /** The lines of a mail as the product sends it to a relay at this port. */
    static List<String> of(Installation installation, int port) throws IOException {
        var mail = new CompletableFuture<List<String>>();
        var relay = LoopbackSmtpServer.start(port, () -> new SampleMail(mail));
        try {
            var tenant = installation.tenant();
            installation.client().post(tenant, Client.bulk(tenant, 1));
            return mail.join();
        } finally {
            relay.close();
        }
    }

    @Override
    public Answer answer(String event, String line) {
        return switch (event) {
            case LoopbackSmtpServer.CONNECT -> Answer.of("220 sample.example");
            case "DATA" -> Answer.of("354 go on");
            case LoopbackSmtpServer.END_OF_DATA -> {
                mail.complete(lines);
                yield Answer.of("250 taken");
            }
            case "QUIT" -> Answer.of("221 bye").then(Answer.Then.HANG_UP);
            default -> Answer.of("250 fine");
        };
    }

    @Override
    public void read(String line) {
        lines.add(line);
    }
}
