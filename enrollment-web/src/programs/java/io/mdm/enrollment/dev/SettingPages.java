package io.mdm.enrollment.dev;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the start page must know of this run, at {@code /setting}.
 *
 * @param api where the API is, with a slash at its end
 * @param directory the file that the organizations come from
 * @param places what else runs and where, in words
 */
record SettingPages(URI api, Callers callers, Path directory, Map<String, String> places) implements Pages {

    @Override
    public Optional<Page> at(URI request) {
        return request.getPath().equals("/setting") ? Optional.of(Page.json(setting())) : Optional.empty();
    }

    private JsonObject setting() {
        var words = Json.createObjectBuilder();
        places.forEach(words::add);
        return Json.createObjectBuilder()
                .add("api", api.toString())
                .add("organizations", organizations())
                .add(
                        "callers",
                        Json.createObjectBuilder()
                                .add("administrator", callers.administrator())
                                .add("visitor", callers.visitor())
                                .add("stranger", callers.stranger()))
                .add("places", words)
                .build();
    }

    private JsonArray organizations() {
        try (var reader = Json.createReader(Files.newBufferedReader(directory))) {
            return reader.readObject().getJsonArray("organizations");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
