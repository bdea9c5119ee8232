package io.mdm.enrollment.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.Patience;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The development server as {@code mvn -Prun} starts it, with a shell in the place of Maven. */
class DevServerIT {
    private static final String UI = "https://ui.acme.example";
    private static final Pattern DATABASE = Pattern.compile("jdbc:postgresql://127\\.0\\.0\\.1:(\\d+)/");

    @TempDir
    private Path documents;

    @Test
    void is_ready_to_be_tried_and_ends_with_the_process_that_started_it() throws IOException {
        var output = documents.resolve("output");
        var other = taken(8080);
        var maven = started(output);
        try (other) {
            Patience.await("the server")
                    .until(() -> Files.readString(output).contains("── Running at") || !maven.isAlive());
            assertThat(output).content().contains("Port 8080 is taken by another program: the server listens on ");
            assertThat(output).content().contains(documents.resolve(".env").toString());
            assertAllowed(UI);
            assertAllowed("http://localhost:5173");
        } finally {
            end(maven);
        }
        assertThatThrownBy(() -> connect(database(output))).isInstanceOf(IOException.class);
    }

    /** By SIGKILL, which no program can pass on. */
    private static void end(Process maven) {
        var children = maven.descendants().toList();
        maven.destroyForcibly();
        try {
            Patience.await("the end").until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
        } finally {
            children.forEach(ProcessHandle::destroy);
        }
    }

    private Process started(Path output) throws IOException {
        // a command after it keeps the shell from becoming the program
        var command = new ArrayList<>(List.of("sh", "-c", "\"$@\"; exit", "sh"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Stream.of("enrollment.war", "enrollment.docker", "payara.microJar", "postgresql.jar")
                .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
        Stream.of("swagger-ui.jar", "swagger-ui.version", "api.page")
                .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
        command.addAll(List.of("-Denrollment.docs=" + documents, "-Dcors=" + UI));
        command.addAll(List.of("-classpath", System.getProperty("java.class.path"), DevServer.class.getName()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    /** A socket on the port; unbound if another program has it. */
    private static ServerSocket taken(int port) throws IOException {
        var socket = new ServerSocket();
        try {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (BindException e) {
            // so it is taken
        }
        return socket;
    }

    private JsonObject variables() throws IOException {
        try (var reader =
                Json.createReader(Files.newBufferedReader(documents.resolve("http-client.private.env.json")))) {
            return reader.readObject().getJsonObject("dev");
        }
    }

    private void assertAllowed(String origin) throws IOException {
        var variables = variables();
        var server = EnrollmentServer.at(URI.create(variables.getString("host") + "/"))
                .as(variables.getString("admin"));
        var report = server.bulks("acme").getPath() + "/" + variables.getString("bulkId");

        var reply = server.send(server.request(report).GET().header("Origin", origin));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Access-Control-Allow-Origin")).isEqualTo(origin);
    }

    private static void connect(int port) throws IOException {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
    }

    private static int database(Path output) throws IOException {
        return DATABASE.matcher(Files.readString(output))
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .findFirst()
                .orElseThrow();
    }
}
