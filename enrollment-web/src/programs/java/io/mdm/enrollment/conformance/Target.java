package io.mdm.enrollment.conformance;

import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The server under test.
 *
 * @param base its context root
 * @param given what is known of it
 */
record Target(URI base, Map<Given, String> given) {

    /** Told by system properties. */
    static Target ofProperties() {
        var given = new EnumMap<Given, String>(Given.class);
        Stream.of(Given.values()).forEach(each -> property(each.key()).ifPresent(value -> given.put(each, value)));
        return new Target(URI.create(property("base").orElseThrow()), given);
    }

    private static Optional<String> property(String name) {
        return Optional.ofNullable(System.getProperty(name)).filter(value -> !value.isBlank());
    }

    /** The path of the context root, without slash at its end. */
    String contextPath() {
        return base.getRawPath().replaceAll("/+$", "");
    }

    /** What a path below the context root is at the server. */
    URI at(String path) {
        return base.resolve(contextPath() + path);
    }
}
