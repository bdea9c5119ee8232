package io.mdm.enrollment.it;

import io.mdm.enrollment.postgres.LocalPostgres;
import io.mdm.enrollment.support.Database;
import io.mdm.enrollment.support.HostDirectory;
import io.mdm.enrollment.support.Inbox;
import io.mdm.enrollment.support.SigningKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Starts what the server under test needs, before the first integration test: database, mail relay, keys and files.
 *
 * <p>They are where {@code pom.xml} told the server to look for them, and end with the session. Unit tests have no such
 * session.
 */
public final class Surroundings implements LauncherSessionListener {
    static final String NAME = "enrollment";

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        String directory = System.getProperty("it.directory");
        if (directory == null) {
            return;
        }
        var keys = SigningKeys.generate();
        try {
            Files.createDirectories(Path.of(directory));
            keys.writePublicPem(Path.of(directory, "public.pem"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var store = session.getStore();
        var name = Namespace.create(NAME);
        store.put(name, SigningKeys.class, keys);
        store.put(name, Inbox.class, Inbox.open(Integer.getInteger("it.smtp.port")));
        var postgres = LocalPostgres.start(
                Integer.getInteger("it.database.port"), System.getenv("MDM_ENROLLMENT_DB_PASSWORD"));
        store.put(name, LocalPostgres.class, postgres);
        var database = new Database(postgres.dataSource());
        store.put(name, Database.class, database);
        store.put(name, HostDirectory.class, new HostDirectory(database));
    }
}
