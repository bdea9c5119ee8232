package io.mdm.enrollment.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Collectors;

/**
 * An installed PgBouncer in transaction mode in front of a {@link LocalPostgres}, on 127.0.0.1. It ends when it is
 * closed or when this JVM ends.
 */
public final class LocalPgBouncer implements AutoCloseable {
    /** Runs it as long as somebody holds standard input open. */
    private static final String KEEPER = """
            exec 3<&0
            PATH=$PATH:/usr/sbin
            pgbouncer "$CONFIGURATION" 2>&1 &
            pooler=$!
            { cat >/dev/null; kill $pooler; } <&3 &
            wait $pooler
            """;

    private final Process keeper;
    private final int port;

    private LocalPgBouncer(Process keeper, int port) {
        this.keeper = keeper;
        this.port = port;
    }

    /** @throws IllegalStateException with PgBouncer's own words if it does not start, or is not installed */
    public static LocalPgBouncer inFrontOf(LocalPostgres postgres, int port) {
        try {
            var configuration = configuration(postgres, port);
            var start = new ProcessBuilder(Unprivileged.shell(KEEPER, configuration));
            start.environment().put("CONFIGURATION", configuration.toString());
            start.redirectErrorStream(true);
            var pooler = new LocalPgBouncer(start.start(), port);
            pooler.awaitReady();
            Files.delete(configuration);
            return pooler;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** URL of the database behind it, as for PostgreSQL itself. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/enrollment";
    }

    @Override
    public void close() {
        try {
            keeper.getOutputStream().close();
            keeper.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** As docs/operations.md says, but for the passwords, which stand in a file there. */
    private static Path configuration(LocalPostgres postgres, int port) throws IOException {
        var file = Files.createTempFile("pgbouncer", ".ini");
        Files.writeString(file, """
                [databases]
                enrollment = host=127.0.0.1 port=%d user=%s password=%s
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = any
                pool_mode = transaction
                max_client_conn = 200
                default_pool_size = 20
                ignore_startup_parameters = extra_float_digits
                """.formatted(postgres.port(), postgres.user(), postgres.password(), port));
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    }

    private void awaitReady() throws IOException {
        BufferedReader said = keeper.inputReader(UTF_8);
        for (var line = said.readLine(); line != null; line = said.readLine()) {
            if (line.contains("process up")) {
                discard(said);
                return;
            }
        }
        throw new IllegalStateException(
                "PgBouncer did not start on port " + port + ": " + said.lines().collect(Collectors.joining("\n")));
    }

    /** A full pipe would stop it. */
    private static void discard(BufferedReader said) {
        var reader = new Thread(() -> said.lines().forEach(line -> {}));
        reader.setDaemon(true);
        reader.start();
    }
}
