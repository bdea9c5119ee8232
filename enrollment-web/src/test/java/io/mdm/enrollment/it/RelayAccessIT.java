package io.mdm.enrollment.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.support.BulkBody;
import io.mdm.enrollment.support.OwnAuthority;
import io.mdm.enrollment.support.SigningKeys;
import io.mdm.enrollment.support.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A relay that wants a password, with a certificate of the operator's own authority. */
@ExtendWith(Drivers.class)
@DisabledIfSystemProperty(
        named = "server",
        matches = "payara-server",
        disabledReason = "the domain's trust store decides there, see docs/deploying.md")
class RelayAccessIT {
    private static final String USER = "enrollment";
    private static final String PASSWORD = "ab${HOME}cd \\${x}";

    @Test
    void the_jvm_s_trust_store_decides_and_the_password_is_sent_as_it_is_written(@TempDir Path files, SigningKeys keys)
            throws IOException {
        var authority = OwnAuthority.in(files);
        var environment = Map.of(
                "MDM_ENROLLMENT_MAIL_TLS",
                "implicit",
                "MDM_ENROLLMENT_MAIL_USER",
                USER,
                "MDM_ENROLLMENT_MAIL_PASSWORD",
                PASSWORD,
                "JAVA_TOOL_OPTIONS",
                authority.trustOptions());
        try (var own = OwnServer.start("relay-access", keys, environment)) {
            var tenant = own.host().add(Tenant.any());
            var relay = authority.startRelay(own.relayPort());
            relay.setUser(USER, PASSWORD);
            try {
                var bulk = own.administrator().postBulk(tenant, BulkBody.inviting(tenant.address("ana")));

                own.administrator().awaitReportOf(bulk, report -> ReportedMails.count(report, "sent") == 1);
                assertThat(relay.getReceivedMessages()).hasSize(1);
            } finally {
                relay.stop();
            }
            assertThat(Files.readString(own.application().log())).doesNotContain(PASSWORD);
        }
    }
}
