package io.mdm.enrollment.dev;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mdm.enrollment.postgres.LocalPostgres;
import io.mdm.enrollment.support.ApplicationServer;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.Inbox;
import io.mdm.enrollment.support.Ports;
import io.mdm.enrollment.support.SigningKeys;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;

/**
 * The whole product on this machine: its own PostgreSQL, a mail relay that keeps what it gets, and the WAR on Payara
 * Micro.
 *
 * <p>Stays until Ctrl-C, or with {@code -Donce=true} ends after the demonstration, with an exit code other than 0 if
 * that went wrong. Nothing that it started stays behind.
 */
public final class DevServer {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private DevServer() {}

    public static void main(String[] arguments) throws Exception {
        closeOnCtrlC(Thread.currentThread());
        var console = new Console(new PrintStream(System.out, true, UTF_8));
        var war = Path.of(System.getProperty("enrollment.war"));
        var files = war.resolveSibling("dev");
        var keys = SigningKeys.generate();
        int port = Ports.preferably(8080);
        int startPort = Ports.preferably(8070);
        var callers = Callers.signedBy(keys);
        console.heading("Enrollment is starting");
        Files.createDirectories(files);
        var wars = Map.of("/", war, "/api", ApiPage.writtenTo(files));
        try (var postgres = LocalPostgres.start();
                var inbox = Inbox.open(0);
                var application = ApplicationServer.start(
                        port, wars, environment(port, postgres, inbox, keys, startPort), files);
                var start = startPage(startPort, application, postgres, inbox, callers)) {
            var server = EnrollmentServer.at(application.root()).as(callers.administrator());
            console.heading("Open " + start.address() + " in a browser");
            places(application, postgres, inbox)
                    .forEach((what, where) -> console.say("%-12s%s".formatted(what, where)));
            String report = new Demonstration(server, inbox, console).perform();
            new Instructions(server, callers, console).print(report);
            insistOn(start);
            stay(start, console);
        }
    }

    static StartPage startPage(
            int port, ApplicationServer application, LocalPostgres postgres, Inbox inbox, Callers callers)
            throws Exception {
        return StartPage.open(
                port,
                new StaticPages(application.root()),
                new SettingPages(application.root(), callers, directory(), places(application, postgres, inbox)),
                new InboxPages(new Letters(inbox)),
                new ServerPages(EnrollmentServer.at(application.root())));
    }

    /** @throws IllegalStateException unless it shows the mails of the demonstration */
    private static void insistOn(StartPage start) {
        var page = EnrollmentServer.at(start.address());
        if (page.get("/").status() != 200 || page.get("/inbox/2.html").status() != 200) {
            throw new IllegalStateException("The start page does not answer as it should");
        }
    }

    private static Map<String, String> places(ApplicationServer application, LocalPostgres postgres, Inbox inbox) {
        var places = new LinkedHashMap<String, String>();
        places.put("Server", application.root().toString());
        places.put("Its API", application.root().resolve("api/").toString());
        places.put("Its log", application.log().toString());
        places.put(
                "Database",
                "%s  user %s, password %s".formatted(postgres.jdbcUrl(), postgres.user(), postgres.password()));
        places.put("Mail relay", "smtp://127.0.0.1:" + inbox.port());
        ApplicationServer.debugAddress().ifPresent(address -> places.put("Debugger", address));
        return places;
    }

    static Map<String, String> environment(
            int port, LocalPostgres postgres, Inbox inbox, SigningKeys keys, int startPort)
            throws IOException, URISyntaxException {
        Path publicPem = keys.writePublicPem(Files.createTempFile("enrollment-dev", ".pem"));
        publicPem.toFile().deleteOnExit();
        return Environment.of("http://127.0.0.1:" + port, startPort, postgres, inbox, publicPem, directory());
    }

    private static Path directory() throws URISyntaxException {
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
