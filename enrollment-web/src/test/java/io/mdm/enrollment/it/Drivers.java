package io.mdm.enrollment.it;

import io.mdm.enrollment.support.DevelopmentJwt;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.SigningKeys;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands a test the drivers it asks for: {@link EnrollmentServer}, as an administrator of every organization; whatever
 * {@link Surroundings} started; and the process of the first server that any test asked for.
 */
final class Drivers implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return resolve(parameter.getParameter().getType(), test) != null;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return Objects.requireNonNull(resolve(parameter.getParameter().getType(), test));
    }

    private static @Nullable Object resolve(Class<?> type, ExtensionContext test) {
        var surroundings = test.getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(Surroundings.NAME));
        if (type == ProcessHandle.class) {
            return surroundings.getOrComputeIfAbsent(type, first -> running());
        }
        if (type == EnrollmentServer.class) {
            return server(Objects.requireNonNull(surroundings.get(SigningKeys.class, SigningKeys.class)));
        }
        return surroundings.get(type);
    }

    private static EnrollmentServer server(SigningKeys keys) {
        return EnrollmentServer.at(URI.create("http://127.0.0.1:" + Integer.getInteger("it.http.port") + "/"))
                .as(DevelopmentJwt.of("admin@acme.example", Instant.now())
                        .everyPermission()
                        .organizations("*")
                        .signedBy(keys));
    }

    private static ProcessHandle running() {
        return ProcessHandle.current()
                .descendants()
                .filter(child -> child.info().command().orElse("").endsWith("java"))
                .findAny()
                .orElseThrow();
    }
}
