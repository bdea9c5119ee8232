package io.mdm.enrollment.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * An empty PostgreSQL of its own on 127.0.0.1, with the database {@code enrollment} that belongs to an ordinary role.
 *
 * <p>It ends, and its files with it, when it is closed or when this JVM ends, even by {@code kill -9}: the server's
 * keeper waits for the end of a pipe that only this JVM holds. Unless it is {@link #durable}, what is written is not
 * safe against a crash of the machine.
 */
public final class LocalPostgres implements AutoCloseable {
    private static final String NAME = "enrollment";
    private static final int PATIENCE_SECONDS = 180;

    private final Process keeper;
    private final int port;
    private final String superuserPassword;
    private final String password;

    private LocalPostgres(Process keeper, int port, String superuserPassword, String password) {
        this.keeper = keeper;
        this.port = port;
        this.superuserPassword = superuserPassword;
        this.password = password;
    }

    /** Starts on a free port. */
    public static LocalPostgres start() {
        return start(freePort());
    }

    /** Starts on a given port. */
    public static LocalPostgres start(int port) {
        return start(port, UUID.randomUUID().toString());
    }

    /**
     * Starts on a given port, with a given password for {@link #user}; takes about one second, and some more the first
     * time on a machine.
     *
     * @throws IllegalStateException with PostgreSQL's own words if it does not start
     */
    public static LocalPostgres start(int port, String password) {
        return start(port, password, List.of());
    }

    /**
     * Starts on a free port a server that is as safe and as fast as one in production: what is committed is on the
     * disk.
     *
     * @param settings further parameters of its configuration, as {@code name=value}
     */
    public static LocalPostgres durable(String... settings) {
        var all = new ArrayList<>(List.of("fsync=on", "synchronous_commit=on", "full_page_writes=on"));
        all.addAll(List.of(settings));
        return start(freePort(), UUID.randomUUID().toString(), all);
    }

    private static LocalPostgres start(int port, String password, List<String> settings) {
        String superuserPassword = UUID.randomUUID().toString();
        try {
            Process keeper = keeper(port, superuserPassword, settings);
            var server = new LocalPostgres(keeper, port, superuserPassword, password);
            server.awaitReady();
            server.createDatabase();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + NAME;
    }

    public int port() {
        return port;
    }

    /** The owner of the database, who is no superuser. */
    public String user() {
        return NAME;
    }

    public String password() {
        return password;
    }

    /** A connection for every call; nothing is pooled. */
    public PGSimpleDataSource dataSource() {
        return dataSource(user(), password, NAME);
    }

    /** Stops the server as if it had been killed, whoever is connected, until {@link #startAgain}. */
    public void crash() {
        tell("crash");
    }

    /**
     * Starts the server after a crash, with all that had been committed.
     *
     * @throws IllegalStateException with PostgreSQL's own words if it does not start
     */
    public void startAgain() {
        tell("start");
    }

    /**
     * Refuses writes of all sessions from their next transaction on, as a replica does, until {@link #acceptWrites}.
     */
    public void refuseWrites() {
        asSuperuser("alter system set default_transaction_read_only = on", "select pg_reload_conf()");
    }

    public void acceptWrites() {
        asSuperuser("alter system reset default_transaction_read_only", "select pg_reload_conf()");
    }

    private void tell(String command) {
        try {
            keeper.getOutputStream().write((command + "\n").getBytes(UTF_8));
            keeper.getOutputStream().flush();
            awaitReady();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops the server, whoever is connected, and deletes its files. */
    @Override
    public void close() {
        try {
            keeper.getOutputStream().close();
            if (!keeper.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("PostgreSQL on port " + port + " does not stop");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Process keeper(int port, String superuserPassword, List<String> settings) throws IOException {
        Path parent = Path.of(System.getProperty("java.io.tmpdir")).toRealPath();
        Path binaries = PostgresBinaries.unpackedBelow(parent);
        var start = new ProcessBuilder(Unprivileged.shell(script(), binaries)).redirectErrorStream(true);
        start.directory(parent.toFile());
        start.environment().put("BINARIES", binaries.toString());
        start.environment().put("PARENT", parent.toString());
        start.environment().put("PORT", Integer.toString(port));
        start.environment().put("PGPASSWORD", superuserPassword);
        start.environment().put("SETTINGS", settings.stream().map("-c "::concat).collect(Collectors.joining(" ")));
        start.environment().put("LC_ALL", "C");
        return start.start();
    }

    private static String script() throws IOException {
        try (var script = LocalPostgres.class.getResourceAsStream("throw-away-postgres.sh")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), UTF_8);
        }
    }

    private void awaitReady() throws IOException {
        BufferedReader said = keeper.inputReader(UTF_8);
        String first = said.readLine();
        if (!"ready".equals(first)) {
            close();
            throw new IllegalStateException("PostgreSQL did not start on port " + port + ": " + first + "\n"
                    + said.lines().collect(Collectors.joining("\n")));
        }
    }

    private void createDatabase() {
        try {
            asSuperuser(
                    "create role " + NAME + " login password '" + password + "'",
                    "create database " + NAME + " owner " + NAME);
        } catch (IllegalStateException e) {
            close();
            throw e;
        }
    }

    private void asSuperuser(String... statements) {
        try (var connection =
                        dataSource("postgres", superuserPassword, "postgres").getConnection();
                var statement = connection.createStatement()) {
            for (var each : statements) {
                statement.execute(each);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL on port " + port + " refuses its superuser", e);
        }
    }

    private PGSimpleDataSource dataSource(String user, String password, String database) {
        var source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(database);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
