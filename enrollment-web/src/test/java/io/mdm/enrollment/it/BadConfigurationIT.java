package io.mdm.enrollment.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mdm.enrollment.postgres.LocalPostgres;
import io.mdm.enrollment.support.ApplicationServer;
import io.mdm.enrollment.support.Database;
import io.mdm.enrollment.support.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BadConfigurationIT {

    @Test
    void fails_the_deployment_with_all_bad_keys_in_one_message_and_before_anything_is_done() throws IOException {
        var files = Path.of(System.getProperty("it.directory"), "bad-configuration");
        try (var postgres = LocalPostgres.start()) {
            var bad = Map.of(
                    "MDM_ENROLLMENT_DB_URL", postgres.jdbcUrl(),
                    "MDM_ENROLLMENT_DB_PASSWORD", postgres.password(),
                    "MDM_ENROLLMENT_MAIL_HOST", "",
                    "MDM_ENROLLMENT_MAIL_PORT", "a secret port",
                    "MDM_ENROLLMENT_MAIL_ORGANIZATION_HOURLY", "many",
                    "MDM_ENROLLMENT_LINK_BASE_URL", "ftp://mdm.example",
                    "MP_JWT_VERIFY_AUDIENCES", "");

            // that the server is ready is what its start waits for, by asking /health/ready
            assertThatThrownBy(() -> start(bad, files).close())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("not ready");
            assertThat(Files.readString(files.resolve("server.log")))
                    .containsPattern("""
                            The configuration cannot be used:
                              mdm.enrollment.link.base-url: [^\\n]+
                              mdm.enrollment.mail.organization-hourly: [^\\n]+
                              mdm.enrollment.mail.host: missing[^\\n]+
                              mdm.enrollment.mail.port: [^\\n]+
                              mp.jwt.verify.audiences: missing[^\\n]+
                            [^ ]""")
                    .doesNotContain("a secret port");
            assertThat(new Database(postgres.dataSource())
                            .texts("select relname from pg_class where relnamespace::regnamespace::text not in"
                                    + " ('pg_catalog', 'pg_toast', 'information_schema')"))
                    .isEmpty();
        }
    }

    private static ApplicationServer start(Map<String, String> environment, Path files) {
        return ApplicationServer.start(
                Ports.anyFree(), Map.of("/", Path.of(System.getProperty("enrollment.war"))), environment, files);
    }
}
