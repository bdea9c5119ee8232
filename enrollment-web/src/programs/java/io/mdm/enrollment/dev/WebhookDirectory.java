package io.mdm.enrollment.dev;

import io.mdm.enrollment.receiver.SigningSecret;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** A directory file with an endpoint for webhooks, which gets every event of every organization. */
record WebhookDirectory(Path organizations, URI endpoint, SigningSecret secret) {
    private static final String ID = "698efa6ed851667d9c0aecf0";

    /** Writes {@code directory.json} and returns it. */
    Path writtenTo(Path directory) throws IOException {
        try (var reader = Json.createReader(Files.newBufferedReader(organizations))) {
            var whole = Json.createObjectBuilder(reader.readObject())
                    .add("webhooks", Json.createArrayBuilder().add(webhook()))
                    .build();
            return Files.writeString(directory.resolve("directory.json"), whole.toString());
        }
    }

    private JsonObject webhook() {
        return Json.createObjectBuilder()
                .add("id", ID)
                .add("url", endpoint.toString())
                .add("secret", secret.text())
                .add("events", Json.createArrayBuilder().add("*"))
                .build();
    }
}
