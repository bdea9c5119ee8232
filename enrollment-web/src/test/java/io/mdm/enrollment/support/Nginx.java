package io.mdm.enrollment.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;

/**
 * The nginx of this machine with the shipped {@code docker/proxy/nginx.conf}, on 127.0.0.1; only addresses and
 * directories are others.
 */
public final class Nginx implements AutoCloseable {
    private final Process process;
    private final URI root;
    private final Path directory;

    private Nginx(Process process, URI root, Path directory) {
        this.process = process;
        this.root = root;
        this.directory = directory;
    }

    /**
     * Starts it in front of one node, and waits until it listens.
     *
     * @throws IllegalStateException when nginx is not installed
     */
    public static Nginx before(URI node) {
        try {
            int port = Ports.anyFree();
            // its workers may run as nobody
            var directory = Files.createTempDirectory(
                    "nginx", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
            var file = Files.writeString(
                    directory.resolve("nginx.conf"),
                    replaced(
                            Files.readString(shipped()),
                            "listen 8080;",
                            "listen 127.0.0.1:" + port + ";",
                            "http://enrollment:8080",
                            "http://" + node.getAuthority(),
                            " /tmp/",
                            " " + directory + "/",
                            "/dev/stdout",
                            directory.resolve("access.log").toString(),
                            "/dev/stderr",
                            directory.resolve("error.log").toString()));
            var start = new ProcessBuilder("nginx", "-e", "stderr", "-g", "daemon off;", "-c", file.toString());
            var nginx = new Nginx(
                    start.redirectErrorStream(true)
                            .redirectOutput(directory.resolve("output.log").toFile())
                            .start(),
                    URI.create("http://127.0.0.1:" + port + "/"),
                    directory);
            Patience.await("nginx").until(nginx::listens);
            return nginx;
        } catch (IOException e) {
            throw new IllegalStateException("nginx cannot be started; apt-get install nginx-light", e);
        }
    }

    /** The file that is shipped. */
    public static Path shipped() {
        return ServerProduct.shipped("proxy").resolve("nginx.conf");
    }

    public URI root() {
        return root;
    }

    /** Stops it when it has answered everybody, and returns all that it has logged. */
    public String logs() {
        close();
        var logs = new StringBuilder();
        for (var name : new String[] {"access.log", "error.log", "output.log"}) {
            try {
                logs.append(Files.readString(directory.resolve(name)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return logs.toString();
    }

    @Override
    public void close() {
        try {
            new ProcessBuilder("kill", "-QUIT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
            if (!process.waitFor(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean listens() throws IOException {
        if (!process.isAlive()) {
            throw new IllegalStateException(Files.readString(directory.resolve("output.log")));
        }
        try (var socket = new Socket(root.getHost(), root.getPort())) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static String replaced(String text, String... pairs) {
        var result = text;
        for (int i = 0; i < pairs.length; i += 2) {
            if (!result.contains(pairs[i])) {
                throw new IllegalStateException(shipped() + " does not have " + pairs[i]);
            }
            result = result.replace(pairs[i], pairs[i + 1]);
        }
        return result;
    }
}
