package io.mdm.enrollment.it;

import io.mdm.enrollment.api.http.Permission;
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
 * Hands a test the drivers it asks for: {@link EnrollmentServer}, as an administrator of every organization, and whatever
 * {@link Surroundings} started.
 */
final class Drivers implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        Class<?> type = parameter.getParameter().getType();
        return type == EnrollmentServer.class || surrounding(type, test) != null;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Class<?> type = parameter.getParameter().getType();
        return type == EnrollmentServer.class ? server(test) : Objects.requireNonNull(surrounding(type, test));
    }

    private static EnrollmentServer server(ExtensionContext test) {
        var keys = (SigningKeys) Objects.requireNonNull(surrounding(SigningKeys.class, test));
        return EnrollmentServer.at(URI.create("http://127.0.0.1:" + Integer.getInteger("it.http.port") + "/"))
                .as(DevelopmentJwt.of("admin@acme.example", Instant.now())
                        .permissions(Permission.CREATE, Permission.LIST)
                        .organizations("*")
                        .signedBy(keys));
    }

    private static @Nullable Object surrounding(Class<?> type, ExtensionContext test) {
        return test.getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(Surroundings.NAME))
                .get(type);
    }
}
