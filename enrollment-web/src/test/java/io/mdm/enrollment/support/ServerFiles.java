package io.mdm.enrollment.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The files that configure a Payara Micro: those of {@code docker/payara}, and two lines more.
 *
 * <p>Read from the system properties {@code enrollment.docker}, where those files are, and {@code postgresql.jar}.
 */
public record ServerFiles(Path preBoot, Path logging) {
    private static final String LOOPBACK_ONLY =
            "set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address=127.0.0.1\n";
    /** What Arquillian's adapter waits for. */
    private static final String SAY_WHERE_IT_LISTENS = "PayaraMicro.level=INFO\n";

    /** Writes them side by side. */
    public static ServerFiles writtenTo(Path directory) throws IOException {
        return writtenTo(directory, UnaryOperator.identity());
    }

    /** Writes them side by side, the commands that make the connection pool changed. */
    static ServerFiles writtenTo(Path directory, UnaryOperator<String> pool) throws IOException {
        Files.createDirectories(directory);
        var docker = Path.of(System.getProperty("enrollment.docker"));
        return new ServerFiles(
                extended(docker.resolve("pre-boot.txt"), pool, LOOPBACK_ONLY, directory.resolve("pre-boot.txt")),
                extended(
                        docker.resolve("logging.properties"),
                        UnaryOperator.identity(),
                        SAY_WHERE_IT_LISTENS,
                        directory.resolve("logging.properties")));
    }

    /** What Payara Micro must be told to use them. */
    public List<String> options() {
        return List.of(
                "--prebootcommandfile", preBoot.toString(),
                "--logproperties", logging.toString(),
                "--addlibs", System.getProperty("postgresql.jar"));
    }

    private static Path extended(Path original, UnaryOperator<String> change, String more, Path target)
            throws IOException {
        return Files.writeString(target, change.apply(Files.readString(original)) + "\n" + more);
    }
}
