package io.mdm.enrollment.dev;

import io.mdm.enrollment.postgres.LocalPostgres;
import io.mdm.enrollment.support.DevelopmentJwt;
import io.mdm.enrollment.support.Inbox;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/** The configuration of the development server, as the environment variables that an operator would set. */
final class Environment {
    private Environment() {}

    static Map<String, String> of(
            String linkBase, int startPort, LocalPostgres postgres, Inbox inbox, Path publicPem, Path directory) {
        return Map.ofEntries(
                Map.entry("MDM_ENROLLMENT_DB_URL", postgres.jdbcUrl()),
                Map.entry("MDM_ENROLLMENT_DB_USER", postgres.user()),
                Map.entry("MDM_ENROLLMENT_DB_PASSWORD", postgres.password()),
                Map.entry("MDM_ENROLLMENT_MAIL_HOST", "127.0.0.1"),
                Map.entry("MDM_ENROLLMENT_MAIL_PORT", Integer.toString(inbox.port())),
                Map.entry("MDM_ENROLLMENT_MAIL_TLS", "none"),
                Map.entry("MDM_ENROLLMENT_MAIL_FROM", "Enrollment <enrollment@mdm.example>"),
                Map.entry("MDM_ENROLLMENT_LINK_BASE_URL", linkBase),
                Map.entry("MDM_ENROLLMENT_CORS_ALLOWED_ORIGINS", originsOf(startPort)),
                Map.entry("MDM_ENROLLMENT_SECRET_KEYS", "dev:" + randomKey()),
                Map.entry("MDM_ENROLLMENT_DIRECTORY_FILE", directory.toString()),
                Map.entry("MP_JWT_VERIFY_PUBLICKEY_LOCATION", publicPem.toUri().toString()),
                Map.entry("MP_JWT_VERIFY_ISSUER", DevelopmentJwt.ISSUER),
                Map.entry("MP_JWT_VERIFY_AUDIENCES", DevelopmentJwt.AUDIENCE));
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
