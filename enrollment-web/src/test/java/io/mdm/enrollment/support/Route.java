package io.mdm.enrollment.support;

import io.mdm.enrollment.api.http.Paths;
import io.mdm.enrollment.web.security.RequiresPermission;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One thing that can be asked of the API.
 *
 * @param path below the context root, with its parameters in braces
 * @param permission what the caller must hold, if anything
 */
public record Route(String method, String path, Optional<String> permission) {
    /** A parameter that says of what form it is. */
    private static final Pattern PATTERN = Pattern.compile("\\{(\\w+):[^/]*}");

    /** Those of the resource classes of an application, where the module's own WAR has them. */
    public static Set<Route> of(Application application) {
        var root = "/" + Paths.API;
        return application.getClasses().stream()
                .filter(resource -> resource.isAnnotationPresent(Path.class))
                .flatMap(resource -> Stream.of(resource.getDeclaredMethods())
                        .flatMap(method -> of(method, root + path(resource.getAnnotation(Path.class)))))
                .collect(Collectors.toSet());
    }

    private static Stream<Route> of(Method method, String parent) {
        var path = parent + path(method.getAnnotation(Path.class));
        var permission = Optional.ofNullable(method.getAnnotation(RequiresPermission.class))
                .map(RequiresPermission::value)
                .filter(required -> !required.equals(RequiresPermission.NONE));
        return Stream.of(method.getAnnotations())
                .flatMap(annotation ->
                        Stream.ofNullable(annotation.annotationType().getAnnotation(HttpMethod.class)))
                .map(verb -> new Route(verb.value(), path, permission));
    }

    private static String path(@Nullable Path path) {
        return path == null ? "" : "/" + PATTERN.matcher(path.value()).replaceAll("{$1}");
    }
}
