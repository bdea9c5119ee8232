package io.mdm.enrollment.web.mail.mime;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.directory.WindowsEnterprise;
import io.mdm.enrollment.web.config.MailConfiguration;
import io.mdm.enrollment.web.config.MailConfiguration.Tls;
import io.mdm.enrollment.web.mail.MailExamples;
import jakarta.mail.internet.InternetAddress;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SenderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Acme                  | Acme via MDM",
                "Müller & Söhne, \"M\"   | Müller & Söhne, \"M\" via MDM",
                "阿克米                 | 阿克米 via MDM",
                "Acme <eve@x.example>, | Acme <eve@x.example>, via MDM"
            })
    void bears_the_name_of_the_organization_where_the_configuration_wants_it(String organization, String name)
            throws Exception {
        var from = new InternetAddress(from("{organization} via MDM <mdm@host.example>", organization, null), true);

        assertThat(from.getPersonal()).isEqualTo(name);
        assertThat(from.getAddress()).isEqualTo("mdm@host.example");
    }

    @Test
    void is_the_configured_one_for_everybody_otherwise() {
        assertThat(from("MDM <mdm@host.example>", "Acme", null)).isEqualTo("MDM <mdm@host.example>");
        assertThat(from("mdm@host.example", "Acme", null)).isEqualTo("mdm@host.example");
    }

    @Test
    void is_the_organizations_own_where_its_domain_is_allowed() {
        assertThat(from("mdm@host.example", "Acme", "IT of Acme <it@Acme.Example>"))
                .isEqualTo("IT of Acme <it@Acme.Example>");
        assertThat(from("mdm@host.example", "Acme", "it@acme.example")).isEqualTo("it@acme.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "it@other.example",
                "it@sub.acme.example",
                "it@acme.example.evil.example",
                "acme.example",
                "",
                "a@acme.example, b@acme.example",
                "\u00f1@\u00f1.example",
                "it@acme.example\r\nBcc: eve@evil.example"
            })
    void is_the_configured_one_where_the_organizations_own_is_not_fit(String own) {
        assertThat(from("mdm@host.example", "Acme", own)).isEqualTo("mdm@host.example");
    }

    @Test
    void does_not_grow_with_the_name() throws Exception {
        var from = from("{organization} <mdm@host.example>", "\u00e9\r\n".repeat(1_000), null);

        assertThat(new InternetAddress(from.replace("\r\n", ""), true).getPersonal())
                .hasSize(80);
        assertThat(from.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(78));
    }

    private static String from(String configured, String name, @Nullable String own) {
        var enterprise = new WindowsEnterprise("1", "https://mdm.example", null, null, null, null, own);
        return Sender.of(configuration(configured)).fromHeader(MailExamples.organization(name, enterprise));
    }

    private static MailConfiguration configuration(String from) {
        return new MailConfiguration(
                "127.0.0.1",
                25,
                from,
                Set.of("acme.example"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Tls.NONE,
                OptionalInt.empty(),
                false);
    }
}
