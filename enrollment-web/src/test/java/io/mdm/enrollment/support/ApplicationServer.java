package io.mdm.enrollment.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * An application server of its own on 127.0.0.1, in a child process, started as the operator starts it.
 *
 * <p>It ends when it is closed or when this JVM ends, even by {@code kill -9}.
 */
public final class ApplicationServer implements AutoCloseable {
    /** Against a start that hangs; nothing is said about speed. */
    private static final Duration START = Duration.ofMinutes(5);

    private static final int STOP_SECONDS = 180;
    private static final int SHOWN_LINES = 20;

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

    private final ServerProduct product;
    private final Process keeper;
    private final URI root;
    private final Path log;
    private final Instant began = Instant.now();
    private Duration startTime = Duration.ZERO;

    private ApplicationServer(ServerProduct product, Process keeper, URI root, Path log) {
        this.product = product;
        this.keeper = keeper;
        this.root = root;
        this.log = log;
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @param deployments WAR or EAR by context root, with its slash
     * @param environment the configuration
     * @param directory for its log and other files, which are overwritten
     * @throws IllegalStateException with what the log says if a deployment fails or nothing answers
     */
    public static ApplicationServer start(
            int port, Map<String, Path> deployments, Map<String, String> environment, Path directory) {
        return start(ServerStart.of(port, deployments, directory), environment);
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @param environment the configuration
     * @throws IllegalStateException with what the log says if a deployment fails or nothing answers
     */
    public static ApplicationServer start(ServerStart start, Map<String, String> environment) {
        var product = ServerProduct.chosen();
        Path log = start.directory().resolve("server.log");
        try {
            Files.createDirectories(start.directory());
            var process = new ProcessBuilder(command(start, product.arguments(start)));
            process.environment().putAll(environment);
            process.environment().putAll(product.environment(start));
            process.redirectErrorStream(true).redirectOutput(log.toFile());
            var root = URI.create("http://127.0.0.1:" + start.port() + "/");
            var server = new ApplicationServer(product, process.start(), root, log);
            server.awaitReady();
            server.startTime = Duration.between(server.began, Instant.now());
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

    /** Time from the start of the process until it was ready. */
    public Duration startTime() {
        return startTime;
    }

    /** Memory that its process has at present, in bytes (resident set); empty on systems without {@code /proc}. */
    public OptionalLong residentMemory() {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst();
        } catch (IOException otherSystem) {
            return OptionalLong.empty();
        }
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

    private static List<String> command(ServerStart start, List<String> arguments) {
        var command = new ArrayList<>(List.of("sh", "-c", KEEPER, "keeper"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(start.jvmOptions());
        debugAddress()
                .ifPresent(address ->
                        command.add("-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=" + address));
        command.addAll(arguments);
        return command;
    }

    private void awaitReady() {
        try {
            await(() -> hasDeployed() || !keeper.isAlive());
            if (!keeper.isAlive() || says(product.sayingFailed())) {
                throw failed();
            }
            await(this::isReady);
        } catch (ConditionTimeoutException | IOException e) {
            throw failed();
        }
    }

    /** Before that a healthy neighbor may make it look ready. */
    private boolean hasDeployed() throws IOException {
        return says(product.sayingDeployed());
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
            return new IllegalStateException("The server is not ready; " + log + " says\n"
                    + lines.dropWhile(line -> !line.contains(product.markOfErrors()))
                            .filter(line -> !line.startsWith("\tat ") && !line.startsWith("\t... "))
                            .distinct()
                            .limit(SHOWN_LINES)
                            .collect(Collectors.joining("\n")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
