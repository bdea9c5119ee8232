package io.mdm.enrollment.dev;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestVariablesTest {
    private static final Path DOCUMENTS = Path.of("../docs");
    private static final Pattern FROM_SHELL_FILE = Pattern.compile("(?m)^@(\\w+) = \\{\\{\\$dotenv (\\w+)}}$");

    private final RequestVariables variables = RequestVariables.of(
            URI.create("http://127.0.0.1:8080/"),
            new Callers("a.b.c", "d.e.f", "g.h.i"),
            Json.createReader(new StringReader("""
                            {"id": "698f", "items": [
                             {"email": "ana@acme.example", "tokenId": "6990", "enrollCode": "K7QF-2M9XR",
                              "enrollmentLink": "https://mdm.acme.example/enroll/secret"},
                             {"email": "bob@acme.example", "tokenId": "6991"}]}""")).readObject());

    @Test
    void are_those_that_the_requests_use(@TempDir Path directory) throws IOException {
        var lines = Files.readAllLines(variables.writeShellFile(directory)).stream()
                .collect(Collectors.toMap(line -> line.split("=", 2)[0], line -> line.split("=", 2)[1]));
        var used = FROM_SHELL_FILE
                .matcher(Files.readString(DOCUMENTS.resolve("try.http")))
                .results()
                .collect(Collectors.toMap(line -> line.group(1), line -> lines.get(line.group(2))));

        assertThat(used).isEqualTo(variables.values());
        assertThat(lines)
                .containsEntry("HOST", "http://127.0.0.1:8080")
                .containsEntry("TOKEN_ID", "6991")
                .containsEntry("CREDENTIAL", "secret");
    }

    @Test
    void are_in_one_environment_of_another_client_too(@TempDir Path directory) throws IOException {
        var file = variables.writeEnvironment(directory);

        try (var reader = Json.createReader(Files.newBufferedReader(file))) {
            var environment = reader.readObject().getJsonObject("dev");
            assertThat(environment.keySet()).isEqualTo(variables.values().keySet());
            assertThat(environment.getString("admin")).isEqualTo("a.b.c");
        }
    }
}
