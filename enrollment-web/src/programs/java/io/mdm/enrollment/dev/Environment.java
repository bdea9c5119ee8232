package io.mdm.enrollment.dev;

import io.mdm.enrollment.postgres.LocalPostgres;
import io.mdm.enrollment.support.Inbox;
import io.mdm.enrollment.support.ServerEnvironment;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/** The configuration of the development server. */
final class Environment {
    private Environment() {}

    static Map<String, String> of(
            String linkBase, int startPort, LocalPostgres postgres, Inbox inbox, Path publicPem, Path directory) {
        var server = new ServerEnvironment(postgres, inbox.port(), linkBase, "dev:" + randomKey(), publicPem);
        return server.with(Map.of(
                "MDM_ENROLLMENT_CORS_ALLOWED_ORIGINS",
                originsOf(startPort),
                "MDM_ENROLLMENT_DIRECTORY_FILE",
                directory.toString()));
    }

    private static String originsOf(int port) {
        return "http://127.0.0.1:%1$d,http://localhost:%1$d".formatted(port);
    }

    private static String randomKey() {
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
