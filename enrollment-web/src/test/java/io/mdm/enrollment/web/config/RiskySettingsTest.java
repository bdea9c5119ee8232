package io.mdm.enrollment.web.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RiskySettingsTest {
    private static final String LINK_BASE = "mdm.enrollment.link.base-url";
    private static final String TLS = "mdm.enrollment.mail.tls";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://mdm.acme.example",
                "HTTP://mdm.acme.example/mdm",
                "http://10.0.0.1",
                "http://localhost.acme.example",
                "http://127.0.0.1.acme.example"
            })
    void links_in_clear_are_warned_of(String linkBase) {
        assertThat(RiskySettings.warnings(read(Map.of(LINK_BASE, linkBase))))
                .singleElement()
                .asString()
                .startsWith(LINK_BASE)
                .doesNotContain(linkBase);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://mdm.acme.example",
                "http://localhost:8080",
                "http://LOCALHOST",
                "http://mdm.localhost",
                "http://127.1.2.3",
                "http://[::1]:8080"
            })
    void links_that_leave_nobody_s_machine_or_are_encrypted_are_not(String linkBase) {
        assertThat(RiskySettings.warnings(read(Map.of(LINK_BASE, linkBase)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"none, true", "optional, true", "starttls, false", "implicit, false"})
    void a_password_that_may_be_sent_in_clear_is_warned_of(String tls, boolean warned) {
        var login = Map.of(
                TLS, tls, "mdm.enrollment.mail.user", "enrollment", "mdm.enrollment.mail.password", "correct horse");

        assertThat(RiskySettings.warnings(read(login)))
                .hasSize(warned ? 1 : 0)
                .allSatisfy(warning -> assertThat(warning).startsWith(TLS).doesNotContain("correct horse"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "optional"})
    void a_relay_without_a_password_may_be_spoken_to_in_clear(String tls) {
        assertThat(RiskySettings.warnings(read(Map.of(TLS, tls)))).isEmpty();
    }

    private static Configuration read(Map<String, String> more) {
        var values = new HashMap<>(ConfigurationTest.REQUIRED);
        values.putAll(more);
        return Configuration.from(new MapConfig(values));
    }
}
