package io.mdm.enrollment.dev;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mdm.enrollment.postgres.LocalPostgres;
import io.mdm.enrollment.receiver.SigningSecret;
import io.mdm.enrollment.receiver.WebhookReceiver;
import io.mdm.enrollment.support.ApplicationServer;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.Ports;
import io.mdm.enrollment.support.SigningKeys;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;

/**
 * The whole product on this machine: its own PostgreSQL, a mail relay that keeps what it gets, and the WAR on Payara
 * Micro.
 *
 * <p>Stays until Ctrl-C or the end of the process that started it, or with {@code -Donce=true} ends after the
 * demonstration, with an exit code other than 0 if that went wrong. Nothing that it started stays behind.
 */
public final class DevServer {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /** Exit code of a program that was ended by SIGTERM, as shells say it. */
    private static final int TERMINATED = 143;

    private DevServer() {}

    public static void main(String[] arguments) throws Exception {
        closeOnExit(Thread.currentThread());
        exitWithParent();
        var console = new Console(new PrintStream(System.out, true, UTF_8));
        var war = Path.of(System.getProperty("enrollment.war"));
        var files = war.resolveSibling("dev");
        var keys = SigningKeys.generate();
        var callers = Callers.signedBy(keys);
        var secret = SigningSecret.generate();
        console.heading("Enrollment is starting");
        int port = port(8080, "the server", console);
        int startPort = port(8070, "the start page", console);
        Files.createDirectories(files);
        var wars = Map.of("/", war, "/api", ApiPage.writtenTo(files));
        var directory = new WebhookDirectory(organizations(), webhooks(startPort), secret).writtenTo(files);
        try (var postgres = LocalPostgres.start();
                var relay = MailRelay.open();
                var application = ApplicationServer.start(
                        port, wars, environment(port, postgres, relay.port(), keys, directory), files);
                var start = startPage(startPort, application, postgres, relay, callers, secret)) {
            var server = EnrollmentServer.at(application.root()).as(callers.administrator());
            console.heading("Open " + start.address() + " in a browser");
            places(startPort, application, postgres, relay, secret)
                    .forEach((what, where) -> console.say("%-12s%s".formatted(what, where)));
            String report = new Demonstration(server, relay.letters(), console).perform();
            new Instructions(
                            server,
                            callers,
                            Path.of(System.getProperty("enrollment.docs")).normalize(),
                            console)
                    .print(report);
            insistOn(start);
            stay(start, console);
        }
    }

    static StartPage startPage(
            int port,
            ApplicationServer application,
            LocalPostgres postgres,
            MailRelay relay,
            Callers callers,
            SigningSecret secret)
            throws Exception {
        return StartPage.open(
                port,
                new StaticPages(application.root()),
                new SettingPages(
                        application.root(),
                        callers,
                        organizations(),
                        places(port, application, postgres, relay, secret)),
                new InboxPages(relay.letters()),
                new WebhookPages(new WebhookReceiver(List.of(secret), Clock.systemUTC())),
                new ServerPages(EnrollmentServer.at(application.root())),
                new ApiPage(application.root().resolve("api/"), callers.administrator()));
    }

    /** The wanted port or, if another program has it, any free one, which is said. */
    private static int port(int wanted, String whose, Console console) {
        int port = Ports.preferably(wanted);
        if (port != wanted) {
            console.say(
                    "Port %d is taken by another program: %s listens on %d instead.".formatted(wanted, whose, port));
        }
        return port;
    }

    /** @throws IllegalStateException unless it shows the mails of the demonstration */
    private static void insistOn(StartPage start) {
        var page = EnrollmentServer.at(start.address());
        if (page.get("/").status() != 200 || page.get("/inbox/2.html").status() != 200) {
            throw new IllegalStateException("The start page does not answer as it should");
        }
    }

    private static Map<String, String> places(
            int startPort,
            ApplicationServer application,
            LocalPostgres postgres,
            MailRelay relay,
            SigningSecret secret) {
        var places = new LinkedHashMap<String, String>();
        places.put("Server", application.root().toString());
        places.put("Its API", "http://127.0.0.1:" + startPort + "/api");
        places.put("Its log", application.log().toString());
        places.put(
                "Database",
                "%s  user %s, password %s".formatted(postgres.jdbcUrl(), postgres.user(), postgres.password()));
        places.put("Mail relay", "smtp://127.0.0.1:" + relay.port());
        places.put("Webhooks", "POST %s  secret %s".formatted(webhooks(startPort), secret.text()));
        ApplicationServer.debugAddress().ifPresent(address -> places.put("Debugger", address));
        return places;
    }

    /** Where signed webhooks are taken. */
    static URI webhooks(int startPort) {
        return URI.create("http://127.0.0.1:" + startPort + WebhookPages.PATH);
    }

    static Map<String, String> environment(
            int port, LocalPostgres postgres, int relayPort, SigningKeys keys, Path directory) throws IOException {
        Path publicPem = keys.writePublicPem(Files.createTempFile("enrollment-dev", ".pem"));
        publicPem.toFile().deleteOnExit();
        return Environment.of("http://127.0.0.1:" + port, postgres, relayPort, publicPem, directory);
    }

    /** The demonstration's directory. */
    static Path organizations() throws URISyntaxException {
        return Path.of(Objects.requireNonNull(DevServer.class.getResource("/directory.json"))
                .toURI());
    }

    private static void stay(StartPage start, Console console) {
        if (Boolean.getBoolean("once")) {
            console.heading("Done, and stopping");
            return;
        }
        console.heading("Running at " + start.address() + " until you press Ctrl-C");
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            console.heading("Stopping");
        }
    }

    /** Maven passes on no signal but those of the terminal, and does not end its child when it is ended itself. */
    private static void exitWithParent() {
        var parent = ProcessHandle.current().parent().orElseThrow();
        var unused = parent.onExit().thenRun(() -> System.exit(TERMINATED));
    }

    /** Lets the main thread close what it opened, in order. */
    private static void closeOnExit(Thread main) {
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
