package io.mdm.enrollment.support;

import io.mdm.enrollment.postgres.LocalPostgres;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The configuration of a server on this machine, as the environment variables that an operator would set.
 *
 * @param relayPort of a mail relay on 127.0.0.1
 * @param secretKeys as {@code id:base64}
 * @param publicPem of the key that signs its callers' tokens
 */
public record ServerEnvironment(
        LocalPostgres postgres, int relayPort, String linkBase, String secretKeys, Path publicPem) {

    /** @param more what is configured beyond it */
    public Map<String, String> with(Map<String, String> more) {
        var all = new HashMap<>(more);
        all.put("MDM_ENROLLMENT_DB_URL", postgres.jdbcUrl());
        all.put("MDM_ENROLLMENT_DB_USER", postgres.user());
        all.put("MDM_ENROLLMENT_DB_PASSWORD", postgres.password());
        all.put("MDM_ENROLLMENT_MAIL_HOST", "127.0.0.1");
        all.put("MDM_ENROLLMENT_MAIL_PORT", Integer.toString(relayPort));
        all.put("MDM_ENROLLMENT_MAIL_TLS", "none");
        all.put("MDM_ENROLLMENT_MAIL_FROM", "Enrollment <enrollment@mdm.example>");
        all.put("MDM_ENROLLMENT_LINK_BASE_URL", linkBase);
        all.put("MDM_ENROLLMENT_SECRET_KEYS", secretKeys);
        all.put("MP_JWT_VERIFY_PUBLICKEY_LOCATION", publicPem.toUri().toString());
        all.put("MP_JWT_VERIFY_ISSUER", DevelopmentJwt.ISSUER);
        all.put("MP_JWT_VERIFY_AUDIENCES", DevelopmentJwt.AUDIENCE);
        return all;
    }
}
