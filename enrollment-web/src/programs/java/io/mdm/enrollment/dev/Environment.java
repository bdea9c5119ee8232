package io.mdm.enrollment.dev;

import io.mdm.enrollment.postgres.LocalPostgres;
import io.mdm.enrollment.support.ServerEnvironment;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/** The configuration of the development server. */
final class Environment {
    private Environment() {}

    static Map<String, String> of(
            String linkBase, LocalPostgres postgres, int relayPort, Path publicPem, Path directory) {
        var server = new ServerEnvironment(postgres, relayPort, linkBase, "dev:" + randomKey(), publicPem);
        return server.with(Map.of(
                "MDM_ENROLLMENT_CORS_ALLOWED_ORIGINS",
                allowedOrigins(),
                "MDM_ENROLLMENT_DIRECTORY_FILE",
                directory.toString()));
    }

    /** Those of this machine, and those given with {@code -Dcors}. */
    private static String allowedOrigins() {
        var more = System.getProperty("cors", "");
        return more.isBlank() ? "loopback" : "loopback," + more;
    }

    private static String randomKey() {
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
