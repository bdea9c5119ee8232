package io.mdm.enrollment.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * A Payara Micro of its own on 127.0.0.1, in a child process, started as the operator starts it.
 *
 * <p>It ends when it is closed or when this JVM ends, even by {@code kill -9}.
 */
public final class PayaraMicro implements AutoCloseable {
    /** Against a start that hangs; nothing is said about speed. */
    private static final Duration START = Duration.ofMinutes(5);

    private static final int STOP_SECONDS = 180;
    private static final int SHOWN_LINES = 20;
    private static final String DEPLOYMENT_FAILED = "Exception while loading the app";

    /**
     * Runs its arguments as a command for as long as somebody holds its standard input open; deaf to Ctrl-C, which is
     * the owner's.
     */
    private static final String KEEPER = """
            trap '' HUP INT
            exec 3<&0
            "$@" </dev/null &
            server=$!
            { cat <&3 >/dev/null; kill $server; } &
            watcher=$!
            wait $server
            code=$?
            kill $watcher 2>/dev/null
            exit $code
            """;

    private final Process keeper;
    private final URI root;
    private final Path log;

    private PayaraMicro(Process keeper, URI root, Path log) {
        this.keeper = keeper;
        this.root = root;
        this.log = log;
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @param deployments WAR by context root, with its slash
     * @param environment the configuration
     * @param directory for its log and other files, which are overwritten
     * @throws IllegalStateException with what the log says if a deployment fails or nothing answers
     */
    public static PayaraMicro start(
            int port, Map<String, Path> deployments, Map<String, String> environment, Path directory) {
        return start(port, deployments, environment, directory, UnaryOperator.identity());
    }

    /**
     * Starts it with few connections to the database.
     *
     * @param connections at most so many at once
     */
    public static PayaraMicro startWithFewConnections(
            int port, Path war, Map<String, String> environment, Path directory, int connections) {
        return start(
                port,
                Map.of("/", war),
                environment,
                directory,
                pool -> pool.replaceFirst("--maxpoolsize=\\d+", "--maxpoolsize=" + connections));
    }

    private static PayaraMicro start(
            int port,
            Map<String, Path> deployments,
            Map<String, String> environment,
            Path directory,
            UnaryOperator<String> pool) {
        Path log = directory.resolve("server.log");
        try {
            var start = new ProcessBuilder(command(port, deployments, ServerFiles.writtenTo(directory, pool)));
            start.environment().putAll(environment);
            start.redirectErrorStream(true).redirectOutput(log.toFile());
            var server = new PayaraMicro(start.start(), URI.create("http://127.0.0.1:" + port + "/"), log);
            server.awaitReady();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it says. */
    public Path log() {
        return log;
    }

    /** Where it listens. */
    public URI root() {
        return root;
    }

    /** Its process, as its own threads know it. */
    public long pid() {
        return server().pid();
    }

    /** Ends it at once, in the midst of whatever it does. */
    public void kill() {
        server().destroyForcibly();
        try {
            keeper.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ProcessHandle server() {
        return keeper.children()
                .filter(child -> child.info().command().orElse("").endsWith("/java"))
                .findAny()
                .orElseThrow(() -> new IllegalStateException("the server does not run"));
    }

    /** Stops it in good order: what runs may finish. */
    @Override
    public void close() {
        try {
            keeper.getOutputStream().close();
            if (!keeper.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                keeper.descendants().forEach(ProcessHandle::destroyForcibly);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Address at which the server listens for a debugger: the port given with {@code -Ddebug}, on loopback. */
    public static Optional<String> debugAddress() {
        return Optional.ofNullable(System.getProperty("debug"))
                .filter(port -> !port.isBlank())
                .map("127.0.0.1:"::concat);
    }

    private static List<String> command(int port, Map<String, Path> deployments, ServerFiles files) {
        var command = new ArrayList<>(List.of("sh", "-c", KEEPER, "keeper"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m"));
        debugAddress()
                .ifPresent(address ->
                        command.add("-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=" + address));
        command.addAll(List.of("-jar", System.getProperty("payara.microJar"), "--nocluster"));
        command.addAll(List.of("--port", Integer.toString(port)));
        command.addAll(files.options());
        deployments.forEach((contextRoot, war) -> command.addAll(List.of("--deploy", war + ":" + contextRoot)));
        return command;
    }

    private void awaitReady() {
        try {
            await(() -> hasDeployed() || !keeper.isAlive());
            if (!keeper.isAlive() || says(DEPLOYMENT_FAILED)) {
                throw failed();
            }
            await(this::isReady);
        } catch (ConditionTimeoutException | IOException e) {
            throw failed();
        }
    }

    /** It says so after a failed deployment, too; but before that a healthy neighbor may make it look ready. */
    private boolean hasDeployed() throws IOException {
        return says(" ready in ");
    }

    private boolean says(String text) throws IOException {
        return Files.readString(log).contains(text);
    }

    private boolean isReady() {
        return EnrollmentServer.at(root).isReady();
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(START).pollInterval(Duration.ofMillis(200)).until(condition);
    }

    private IllegalStateException failed() {
        close();
        try (var lines = Files.lines(log)) {
            return new IllegalStateException("Payara Micro is not ready; " + log + " says\n"
                    + lines.dropWhile(line -> !line.contains(" SEVERE "))
                            .filter(line -> !line.startsWith("\tat ") && !line.startsWith("\t... "))
                            .distinct()
                            .limit(SHOWN_LINES)
                            .collect(Collectors.joining("\n")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
