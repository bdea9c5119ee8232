package io.mdm.enrollment.dev;

import io.mdm.enrollment.postgres.LocalPostgres;
import io.mdm.enrollment.receiver.SigningSecret;
import io.mdm.enrollment.support.ApplicationServer;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.Ports;
import io.mdm.enrollment.support.SigningKeys;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The parts of the development server, in this JVM. */
record DevelopmentServer(
        LocalPostgres postgres, MailRelay relay, ApplicationServer application, StartPage start, Callers callers)
        implements AutoCloseable {

    static DevelopmentServer started() throws Exception {
        var files = Path.of(System.getProperty("it.directory"), "start-page");
        Files.createDirectories(files);
        var keys = SigningKeys.generate();
        var callers = Callers.signedBy(keys);
        var secret = SigningSecret.generate();
        int port = Ports.anyFree();
        int startPort = Ports.anyFree();
        var directory =
                new WebhookDirectory(DevServer.organizations(), DevServer.webhooks(startPort), secret).writtenTo(files);
        var postgres = LocalPostgres.start();
        var relay = MailRelay.open();
        var wars = Map.of("/", Path.of(System.getProperty("enrollment.war")), "/api", ApiPage.writtenTo(files));
        var environment = DevServer.environment(port, postgres, relay.port(), keys, directory);
        var application = ApplicationServer.start(port, wars, environment, files);
        var start = DevServer.startPage(startPort, application, postgres, relay, callers, secret);
        return new DevelopmentServer(postgres, relay, application, start, callers);
    }

    URI page() {
        return start.address();
    }

    EnrollmentServer asAdministrator() {
        return EnrollmentServer.at(application.root()).as(callers.administrator());
    }

    Letters letters() {
        return relay.letters();
    }

    @Override
    public void close() {
        start.close();
        application.close();
        relay.close();
        postgres.close();
    }
}
