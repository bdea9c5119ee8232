package io.mdm.enrollment.image;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import java.net.URLEncoder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cyclonedx.model.Component;

/** Components by the package URLs under which vulnerabilities are published. */
final class Components {
    private static final Pattern FIELD = Pattern.compile("(?m)^([A-Za-z-]+): (.*)$");
    private static final Pattern VARIABLE = Pattern.compile("(?m)^(\\w+)=\"?([^\"\\n]*)\"?$");

    private Components() {}

    static Component maven(String group, String artifact, String version) {
        var component = component(Component.Type.LIBRARY, artifact, version);
        component.setGroup(group);
        return named(component, "pkg:maven/%s/%s@%s?type=jar".formatted(group, artifact, encoded(version)));
    }

    /** Packages in the file {@code var/lib/dpkg/status} of a distribution that {@code etc/os-release} names. */
    static List<Component> packages(String status, String osRelease) {
        var system = variables(osRelease);
        return Arrays.stream(status.split("\n\n+"))
                .map(Components::fields)
                .filter(fields -> fields.getOrDefault("Status", "").endsWith(" installed"))
                .map(fields -> debian(fields, system))
                .toList();
    }

    private static Component debian(Map<String, String> fields, Map<String, String> system) {
        var name = fields.getOrDefault("Package", "");
        var version = fields.getOrDefault("Version", "");
        var source = fields.getOrDefault("Source", name).replaceFirst(" .*", "");
        return named(
                component(Component.Type.LIBRARY, name, version),
                "pkg:deb/%s/%s@%s?arch=%s&distro=%s-%s&upstream=%s"
                        .formatted(
                                system.get("ID"),
                                encoded(name),
                                encoded(version),
                                fields.get("Architecture"),
                                system.get("ID"),
                                system.get("VERSION_ID"),
                                encoded(source)));
    }

    static Stream<Component> operatingSystem(String osRelease) {
        var system = variables(osRelease);
        return system.containsKey("ID")
                ? Stream.of(component(
                        Component.Type.OPERATING_SYSTEM, system.get("ID"), system.getOrDefault("VERSION_ID", "")))
                : Stream.empty();
    }

    /** A Java runtime, by the file {@code release} in its directory. */
    static Component java(String release) {
        var variables = variables(release);
        var version = variables.getOrDefault("JAVA_RUNTIME_VERSION", variables.getOrDefault("JAVA_VERSION", ""));
        var component = component(Component.Type.PLATFORM, "openjdk", version);
        component.setPublisher(variables.get("IMPLEMENTOR"));
        return named(component, "pkg:generic/openjdk@" + encoded(version));
    }

    private static Component component(Component.Type type, String name, String version) {
        var component = new Component();
        component.setType(type);
        component.setName(name);
        component.setVersion(version);
        component.setBomRef(type.getTypeName() + ":" + name + "@" + version);
        return component;
    }

    private static Component named(Component component, String packageUrl) {
        component.setPurl(packageUrl);
        component.setBomRef(packageUrl);
        return component;
    }

    private static Map<String, String> fields(String stanza) {
        return pairs(FIELD, stanza);
    }

    private static Map<String, String> variables(String file) {
        return pairs(VARIABLE, file);
    }

    private static Map<String, String> pairs(Pattern pair, String text) {
        return pair.matcher(text)
                .results()
                .collect(toMap(found -> found.group(1), found -> found.group(2), (first, second) -> first));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
