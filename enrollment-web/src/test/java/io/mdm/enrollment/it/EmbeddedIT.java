package io.mdm.enrollment.it;

import static io.mdm.enrollment.host.SoapMessages.ENROLLMENT_SERVICE;
import static io.mdm.enrollment.host.SoapMessages.POLICY_SERVICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.host.SoapMessages.Request;
import io.mdm.enrollment.support.Inbox;
import io.mdm.enrollment.support.SigningKeys;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The module's jars in the WAR of a larger server, which has beans of its own. */
@ExtendWith(Drivers.class)
class EmbeddedIT {

    @Test
    void a_host_hears_of_tokens_verifies_redeems_and_resends_them_in_process(
            @TempDir Path directory, SigningKeys keys, Inbox inbox) {
        try (var host = EmbeddingHost.start(directory)) {
            var server = host.administeredWith(keys);
            server.postBulk("acme", "{\"sendEmail\":true,\"userEmails\":[\"ana@embedded.example\"]}");
            var link = inbox.awaitMailTo("ana@embedded.example").link();

            var credential = link.substring(link.lastIndexOf('/') + 1);
            var device = new Request("ana@embedded.example", credential, "Surface of Ana");
            assertThat(host.ask(POLICY_SERVICE, device).body()).contains("<GetPoliciesResponse/>");
            assertThat(host.ask(ENROLLMENT_SERVICE, device).status()).isEqualTo(200);
            assertThat(host.ask(ENROLLMENT_SERVICE, device).status()).isEqualTo(200);
            assertThat(host.ask(POLICY_SERVICE, device).body()).contains("USED");
            var another = new Request("ana@embedded.example", credential, "somebody else's");
            assertThat(host.ask(ENROLLMENT_SERVICE, another).body()).contains("USED");
            assertThat(server.open(link).status()).isEqualTo(410);

            var bulk = server.postBulk(
                    "acme", "{\"sendEmail\":false,\"userEmails\":[\"bob@embedded.example\",\"eve@embedded.example\"]}");
            assertThat(host.remind(server.reportOf(bulk).getString("id")).status())
                    .isEqualTo(204);
            inbox.awaitMailTo("bob@embedded.example");
            inbox.awaitMailTo("eve@embedded.example");
        }
    }
}
