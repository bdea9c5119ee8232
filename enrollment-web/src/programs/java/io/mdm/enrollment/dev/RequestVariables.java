package io.mdm.enrollment.dev;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Variables of {@code docs/try.http}, by name: the server, tokens to call it with, and a bulk of it. */
record RequestVariables(Map<String, String> values) {

    /** @param report of a bulk whose first two recipients have live tokens: one to be redeemed, one to be changed */
    static RequestVariables of(URI server, Callers callers, JsonObject report) {
        var redeemed = report.getJsonArray("items").getJsonObject(0);
        var changed = report.getJsonArray("items").getJsonObject(1);
        var link = redeemed.getString("enrollmentLink");
        var values = new LinkedHashMap<String, String>();
        values.put("host", server.toString().replaceFirst("/$", ""));
        values.put("admin", callers.administrator());
        values.put("visitor", callers.visitor());
        values.put("stranger", callers.stranger());
        values.put("bulkId", report.getString("id"));
        values.put("tokenId", changed.getString("tokenId"));
        values.put("credential", link.substring(link.lastIndexOf('/') + 1));
        values.put("email", redeemed.getString("email"));
        values.put("code", redeemed.getString("enrollCode"));
        return new RequestVariables(values);
    }

    /** Writes the file that shells and the REST Client of VS Code read, and returns it. */
    Path writeShellFile(Path directory) throws IOException {
        var lines = values.entrySet().stream()
                .map(value -> shellName(value.getKey()) + "=" + value.getValue() + "\n")
                .collect(Collectors.joining());
        return Files.writeString(directory.resolve(".env"), lines);
    }

    /** Writes the file that the HTTP client of IntelliJ reads, and returns it. */
    Path writeEnvironment(Path directory) throws IOException {
        var variables = Json.createObjectBuilder();
        values.forEach(variables::add);
        var environments = Json.createObjectBuilder().add("dev", variables).build();
        return Files.writeString(directory.resolve("http-client.private.env.json"), environments + "\n");
    }

    private static String shellName(String name) {
        return name.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
    }
}
