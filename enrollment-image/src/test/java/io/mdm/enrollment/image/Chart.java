package io.mdm.enrollment.image;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;

/** A Helm chart in a directory. */
record Chart(Path directory) {
    static Chart shipped() {
        return new Chart(
                Path.of("..", "kubernetes", "enrollment").toAbsolutePath().normalize());
    }

    /** A copy in which a text of one file is replaced, in its first place. */
    Chart with(String name, String text, String replacement, Path copy) throws IOException {
        try (var files = Files.walk(directory)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target = copy.resolve(directory.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        var changed = copy.resolve(name);
        var before = Files.readString(changed);
        var at = before.indexOf(text);
        if (at < 0) {
            throw new IllegalArgumentException(name + " does not contain " + text);
        }
        Files.writeString(changed, before.substring(0, at) + replacement + before.substring(at + text.length()));
        return new Chart(copy);
    }

    LintResult lint() {
        return new Helm(directory).lint().strict().call();
    }

    /** The manifest, with files of values. */
    String rendered(String... values) {
        return template(values).call();
    }

    TemplateCommand template(String... values) {
        var template = new Helm(directory)
                .template()
                .withKubeVersion("1.28.0")
                .withName("windows")
                .withNamespace("mdm");
        Arrays.stream(values).map(Chart::valuesFile).forEach(template::withValuesFile);
        return template;
    }

    @SuppressWarnings("unchecked") // objects of Kubernetes are maps
    static List<Map<String, Object>> objects(String manifest) {
        return StreamSupport.stream(new Yaml().loadAll(manifest).spliterator(), false)
                .filter(Objects::nonNull)
                .map(object -> (Map<String, Object>) object)
                .toList();
    }

    static Path valuesFile(String name) {
        try {
            return Path.of(Objects.requireNonNull(Chart.class.getResource(name)).toURI());
        } catch (URISyntaxException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
