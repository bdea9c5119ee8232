package io.mdm.enrollment.dev;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.receiver.SigningSecret;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhookDirectoryTest {
    @TempDir
    private Path files;

    @Test
    void has_the_organizations_of_the_demonstration_and_one_endpoint_for_every_event() throws Exception {
        var secret = SigningSecret.generate();
        var endpoint = URI.create("http://127.0.0.1:8070/webhooks");

        var written = new WebhookDirectory(DevServer.organizations(), endpoint, secret).writtenTo(files);

        var directory = read(written);
        assertThat(directory.getJsonArray("organizations"))
                .isEqualTo(read(DevServer.organizations()).getJsonArray("organizations"));
        var webhook = directory.getJsonArray("webhooks").getJsonObject(0);
        assertThat(webhook.getString("id")).matches("[0-9a-f]{24}");
        assertThat(webhook.getString("url")).isEqualTo(endpoint.toString());
        assertThat(webhook.getString("secret")).isEqualTo(secret.text());
        assertThat(webhook.getJsonArray("events"))
                .extracting(JsonValue::toString)
                .containsExactly("\"*\"");
    }

    private static JsonObject read(Path file) throws IOException {
        try (var reader = Json.createReader(Files.newBufferedReader(file))) {
            return reader.readObject();
        }
    }
}
