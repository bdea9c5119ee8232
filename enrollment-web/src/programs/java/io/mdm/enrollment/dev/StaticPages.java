package io.mdm.enrollment.dev;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The files of the start page, and the component of the npm package that it uses.
 *
 * @param api where its scripts may call, besides here
 */
record StaticPages(URI api) implements Pages {
    private static final Pattern NAME = Pattern.compile("/([a-z-]+\\.(html|css|js|json|svg))");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html",
            "css", "text/css",
            "js", "text/javascript",
            "json", "application/json",
            "svg", "image/svg+xml");
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self' %s; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    @Override
    public Optional<Page> at(URI request) {
        var path = request.getPath();
        var file = NAME.matcher(path.equals("/") ? "/index.html" : path);
        return file.matches()
                ? read(file.group(1)).map(text -> Page.of(type(file.group(2)), policy(), text))
                : Optional.empty();
    }

    private static String type(String extension) {
        return Objects.requireNonNull(TYPES.get(extension));
    }

    private String policy() {
        return POLICY.formatted(api.resolve("/").toString().replaceFirst("/$", ""));
    }

    private static Optional<String> read(String name) {
        try (var file = StaticPages.class.getResourceAsStream("/start-page/" + name)) {
            return file == null ? Optional.empty() : Optional.of(new String(file.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
