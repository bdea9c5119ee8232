package io.mdm.enrollment.dev;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mdm.enrollment.postgres.LocalPostgres;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.Inbox;
import io.mdm.enrollment.support.PayaraMicro;
import io.mdm.enrollment.support.Ports;
import io.mdm.enrollment.support.SigningKeys;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;

/**
 * The whole product on this machine: its own PostgreSQL, a mail relay that keeps what it gets, and the WAR on Payara Micro.
 *
 * <p>Stays until Ctrl-C, or with {@code -Donce=true} ends after the demonstration, with an exit code other than 0 if that went wrong.
 * Nothing that it started stays behind.
 */
public final class DevServer {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private DevServer() {}

    public static void main(String[] arguments) throws Exception {
        closeOnCtrlC(Thread.currentThread());
        var transcript = new Transcript(new PrintStream(System.out, true, UTF_8));
        var war = Path.of(System.getProperty("enrollment.war"));
        var files = war.resolveSibling("dev");
        var keys = SigningKeys.generate();
        int port = Ports.preferably(8080);
        transcript.heading("Enrollment is starting");
        Files.createDirectories(files);
        var wars = Map.of("/", war, "/api", ApiPage.writtenTo(files));
        try (var postgres = LocalPostgres.start();
                var inbox = Inbox.open(0);
                var payara = PayaraMicro.start(port, wars, environment(port, postgres, inbox, keys), files)) {
            transcript.say("%-12s%s".formatted("Server", payara.root()));
            transcript.say("%-12s%sapi/".formatted("Its API", payara.root()));
            transcript.say("%-12s%s".formatted("Its log", payara.log()));
            transcript.say("%-12s%s  user %s, password %s"
                    .formatted("Database", postgres.jdbcUrl(), postgres.user(), postgres.password()));
            transcript.say("%-12ssmtp://127.0.0.1:%d".formatted("Mail relay", inbox.port()));
            var callers = Callers.signedBy(keys);
            var server = EnrollmentServer.at(payara.root()).as(callers.administrator());
            String report = new Demonstration(server, inbox, transcript).perform();
            new Instructions(server, callers, transcript).print(report);
            stay(transcript);
        }
    }

    private static Map<String, String> environment(int port, LocalPostgres postgres, Inbox inbox, SigningKeys keys)
            throws IOException, URISyntaxException {
        Path publicPem = keys.writePublicPem(Files.createTempFile("enrollment-dev", ".pem"));
        publicPem.toFile().deleteOnExit();
        var directory = Objects.requireNonNull(DevServer.class.getResource("/directory.json"));
        return Environment.of("http://127.0.0.1:" + port, postgres, inbox, publicPem, Path.of(directory.toURI()));
    }

    private static void stay(Transcript transcript) {
        if (Boolean.getBoolean("once")) {
            transcript.heading("Done, and stopping");
            return;
        }
        transcript.heading("Running until you press Ctrl-C");
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            transcript.heading("Stopping");
        }
    }

    /** Lets the main thread close what it opened, in order. */
    private static void closeOnCtrlC(Thread main) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            main.interrupt();
            try {
                main.join(PATIENCE.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
    }
}
