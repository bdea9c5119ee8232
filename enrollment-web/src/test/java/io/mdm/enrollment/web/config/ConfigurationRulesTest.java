package io.mdm.enrollment.web.config;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One key at a time, the others being good. */
class ConfigurationRulesTest {
    private static final String KEY = ConfigurationTest.KEY;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//mdm.acme.example",
                "mdm.acme.example",
                "https://",
                "https:///enroll",
                "mailto:it@acme.example",
                "https://user@mdm.acme.example",
                "https://mdm.acme.example?a=b",
                "https://mdm.acme.example#top",
                "https://mdm.acme.example:70000",
                "https://mdm acme.example"
            })
    void links_begin_with_a_plain_web_address(String value) {
        refused("mdm.enrollment.link.base-url", value, "expected an http(s) URL");
    }

    @ParameterizedTest
    @CsvSource({
        "https://mdm.acme.example/, https://mdm.acme.example",
        "https://mdm.acme.example/a//, https://mdm.acme.example/a",
        "HTTPS://mdm.acme.example:8443/ü, HTTPS://mdm.acme.example:8443/%C3%BC",
        "http://[::1]:8080, http://[::1]:8080"
    })
    void links_lose_the_slash_at_the_end(String value, URI expected) {
        assertThat(read("mdm.enrollment.link.base-url", value).module().linkBase())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "89"})
    void the_audit_is_kept_as_long_as_the_database_insists(String value) {
        refused("mdm.enrollment.retention.audit-days", value, "expected 0 (indefinitely) or at least 90");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "P30D", "36501"})
    void periods_are_whole_days(String value) {
        refused("mdm.enrollment.retention.addresses-days", value, "expected a whole number");
        refused("mdm.enrollment.retention.rows-days", value, "expected a whole number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"smtp:25", "smtp://relay", "relay.example/", "re lay", "it@relay"})
    void the_relay_is_a_host_alone(String value) {
        refused("mdm.enrollment.mail.host", value, "expected a host name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "it",
                "it@",
                "Acme IT",
                "a@acme.example,b@acme.example",
                "group: a@acme.example;",
                "Acme <a@acme.example",
                "a@acme.example\r\nBcc: b@acme.example",
                "Acme\u0000 <a@acme.example>"
            })
    void the_sender_is_one_address(String value) {
        refused("mdm.enrollment.mail.from", value, "expected one mail address");
        refused("mdm.enrollment.mail.reply-to", value, "expected one mail address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Acme IT <it@acme.example>", "\"Acme, Inc.\" <it@acme.example>", "Ação <it@acme.example>"})
    void the_sender_may_have_a_name(String value) {
        assertThat(read("mdm.enrollment.mail.from", value).mail().from()).isEqualTo(value);
    }

    @Test
    void a_user_needs_a_password() {
        assertThatThrownBy(() -> read("mdm.enrollment.mail.user", "enrollment"))
                .hasMessageContaining("mdm.enrollment.mail.password: missing, expected because");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "65536", "587.0", "0x24b", "99999999999999999999", "smtp"})
    void a_port_is_a_port(String value) {
        refused("mdm.enrollment.mail.port", value, "expected a whole number from 1 to 65535");
    }

    @Test
    void key_ids_are_short_words() {
        refused("mdm.enrollment.secret.keys", ":" + KEY, "entry 1 has a bad key id");
        refused("mdm.enrollment.secret.keys", "k.1:" + KEY, "entry 1 has a bad key id");
        refused("mdm.enrollment.secret.keys", "a".repeat(17) + ":" + KEY, "entry 1 has a bad key id");
        refused("mdm.enrollment.secret.keys", KEY, "entry 1 is not a keyId:base64 pair");
        refused("mdm.enrollment.secret.keys", "k1:" + KEY + ",", "entry 2 is not a keyId:base64 pair");
    }

    @Test
    void keys_are_long_enough_and_base64() {
        refused("mdm.enrollment.secret.keys", "k1:", "entry 1 is not the base64 of at least 32 bytes");
        refused("mdm.enrollment.secret.keys", "k1:AAAA", "entry 1 is not the base64 of at least 32 bytes");
        refused("mdm.enrollment.secret.keys", "k1:!" + KEY, "entry 1 is not the base64 of at least 32 bytes");
        refused("mdm.enrollment.secret.keys", "k1:" + KEY + ",k1:" + KEY, "entries 1 and 2 have the same key id");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 255, 'x'})
    void keys_are_not_placeholders(int octet) {
        var constant = new byte[32];
        Arrays.fill(constant, (byte) octet);
        refused("mdm.enrollment.secret.keys", "k1:" + base64(constant), "entry 1 is not random");

        var few = "changeme".repeat(8).getBytes(US_ASCII);
        refused("mdm.enrollment.secret.keys", "k1:" + KEY + ",k2:" + base64(few), "entry 2 is not random");
    }

    @Test
    void random_keys_are_never_taken_for_placeholders() {
        var random = new Random(7);
        var keys = IntStream.range(0, 10_000).mapToObj(i -> {
            var bytes = new byte[32];
            random.nextBytes(bytes);
            return "k" + i + ":" + base64(bytes);
        });

        assertThat(read("mdm.enrollment.secret.keys", keys.collect(Collectors.joining(",")))
                        .module()
                        .secretKeys())
                .hasSize(10_000);
    }

    @Test
    void the_word_none_switches_the_scope_check_off() {
        assertThat(read("mdm.enrollment.jwt.organizations-claim", "none")
                        .callers()
                        .organizationsClaim())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "null",
                "ui.acme.example",
                "https://ui.acme.example/",
                "https://ui.acme.example/a",
                "https://*.acme.example",
                "https://ui.acme.example,",
                "chrome-extension://abc"
            })
    void origins_have_a_scheme_and_a_host_and_no_path(String value) {
        refused("mdm.enrollment.cors.allowed-origins", value, "expected http(s)://host");
    }

    @Test
    void origins_are_kept_as_browsers_send_them() {
        var value = "HTTPS://UI.acme.example:443,http://ui.acme.example:80,https://ui.acme.example:8443";

        assertThat(read("mdm.enrollment.cors.allowed-origins", value).callers().allowedOrigins())
                .containsExactlyInAnyOrder(
                        "https://ui.acme.example", "http://ui.acme.example", "https://ui.acme.example:8443");
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:5173, true",
        "https://localhost, true",
        "http://127.0.0.1:8070, true",
        "http://[::1]:3000, true",
        "https://ui.acme.example, true",
        "http://localhost.evil.example, false",
        "http://evil.example:80, false",
        "http://127.0.0.1.evil.example, false",
        "ftp://localhost, false",
        "null, false"
    })
    void origins_on_this_machine_are_allowed_on_any_port_by_one_word(String origin, boolean allowed) {
        var callers = read("mdm.enrollment.cors.allowed-origins", "loopback, https://ui.acme.example")
                .callers();

        assertThat(callers.allows(origin)).isEqualTo(allowed);
    }

    @Test
    void origins_on_this_machine_are_not_allowed_by_another_one() {
        var callers = read("mdm.enrollment.cors.allowed-origins", "http://localhost:3000")
                .callers();

        assertThat(callers.allows("http://localhost:3000")).isTrue();
        assertThat(callers.allows("http://localhost:3001")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere/key.pem", "file:/nowhere/key.pem", "file://host/key.pem", "ldap://x/key"})
    void the_public_key_can_be_found(String value) {
        refused("mp.jwt.verify.publickey.location", value, "expected a URL");
    }

    @Test
    void the_public_key_may_be_a_resource_of_the_application() {
        var resource = "META-INF/beans.xml";

        assertThat(read("mp.jwt.verify.publickey.location", resource)).isNotNull();
    }

    @Test
    void durations_are_a_range() {
        refused("mdm.enrollment.limits.duration-min", "2592001", "expected at most mdm.enrollment.limits.duration-max");
        assertThat(read("mdm.enrollment.limits.duration-min", "2592000")
                        .limits()
                        .durationMin())
                .isEqualTo(2_592_000);
    }

    @Test
    void an_expression_that_leads_nowhere_is_a_bad_value() {
        refused("mdm.enrollment.mail.port", "${relay.port}", "holds a ${…} expression that cannot be resolved");
    }

    @Test
    void secrets_are_never_repeated() {
        var values = new HashMap<>(ConfigurationTest.REQUIRED);
        values.put("mdm.enrollment.mail.password", "hunter2");
        values.put("mdm.enrollment.secret.keys", "horse,battery:staple");

        assertThatThrownBy(() -> Configuration.from(new MapConfig(values)))
                .message()
                .contains("mdm.enrollment.mail.user", "mdm.enrollment.secret.keys")
                .doesNotContain("hunter2", "horse", "battery", "staple");
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static Configuration read(String key, String value) {
        var values = new HashMap<>(ConfigurationTest.REQUIRED);
        values.put(key, value);
        return Configuration.from(new MapConfig(Map.copyOf(values)));
    }

    /** Exactly one problem, with the key and the expectation. */
    private static void refused(String key, String value, String expectation) {
        assertThatThrownBy(() -> read(key, value))
                .isInstanceOf(BadConfiguration.class)
                .message()
                .contains(key + ": ", expectation)
                .hasLineCount(2);
    }
}
