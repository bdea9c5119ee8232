package io.mdm.enrollment.web.config;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mdm.enrollment.api.spi.ModuleConfiguration.SecretKey;
import io.mdm.enrollment.api.spi.Retention;
import io.mdm.enrollment.web.config.RequestLimits.UnknownFields;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole table of keys: all defaults, everything set, everything wrong. */
class ConfigurationTest {
    static final byte[] KEY_BYTES = "0123456789abcdef0123456789abcdef".getBytes(US_ASCII);
    static final String KEY = Base64.getEncoder().encodeToString(KEY_BYTES);
    static final Map<String, String> REQUIRED = Map.of(
            "mdm.enrollment.mail.host", "smtp.acme.example",
            "mdm.enrollment.mail.from", "it@acme.example",
            "mdm.enrollment.link.base-url", "https://mdm.acme.example",
            "mdm.enrollment.secret.keys", "k1:" + KEY,
            "mp.jwt.verify.publickey.location", "https://id.acme.example/jwks",
            "mp.jwt.verify.issuer", "https://id.acme.example",
            "mp.jwt.verify.audiences", "mdm");

    @Test
    void required_keys_suffice_and_the_rest_has_defaults() {
        var read = Configuration.from(new MapConfig(REQUIRED));

        assertThat(read.module().linkBase()).isEqualTo(URI.create("https://mdm.acme.example"));
        assertThat(read.module().secretKeys()).extracting(SecretKey::id).containsExactly("k1");
        assertThat(read.module().mailWorkers()).isEqualTo(8);
        assertThat(read.module().hourlyMailQuota()).isEmpty();
        assertThat(read.module().hourlyRecipients()).isEqualTo(1_000_000);
        assertThat(read.module().resendInterval()).isEqualTo(Duration.ofSeconds(60));
        assertThat(read.module().smtpUtf8()).isFalse();
        assertThat(read.module().directoryFile()).isEmpty();
        assertThat(read.mail())
                .isEqualTo(new MailConfiguration(
                        "smtp.acme.example",
                        587,
                        "it@acme.example",
                        Set.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        MailConfiguration.Tls.STARTTLS,
                        OptionalInt.empty(),
                        false));
        assertThat(read.limits())
                .isEqualTo(new RequestLimits(100_000, 16_777_216, 20_000, 60, 2_592_000, 8, UnknownFields.REFUSE));
        assertThat(read.callers()).isEqualTo(new CallerConfiguration(Optional.of("organizations"), Set.of()));
        assertThat(read.pages()).isEqualTo(new PageConfiguration(Optional.empty()));
        assertThat(read.webhooks().allowedHosts()).isEmpty();
        assertThat(read.retention())
                .isEqualTo(new Retention(
                        Optional.of(Duration.ofDays(30)),
                        Optional.of(Duration.ofDays(180)),
                        Optional.of(Duration.ofDays(730)),
                        Duration.ofHours(24)));
    }

    @Test
    void every_key_can_be_set(@TempDir Path directory) throws IOException {
        var file = Files.writeString(directory.resolve("directory.json"), "{}");
        var publicKey = Files.writeString(directory.resolve("key.pem"), "-");

        var read = Configuration.from(new MapConfig(Map.ofEntries(
                Map.entry("mdm.enrollment.mail.host", "2001:db8::25"),
                Map.entry("mdm.enrollment.mail.port", "2525"),
                Map.entry("mdm.enrollment.mail.from", "Acme IT <it@acme.example>"),
                Map.entry("mdm.enrollment.mail.reply-to", "Help <help@acme.example>"),
                Map.entry("mdm.enrollment.mail.user", "enrollment"),
                Map.entry("mdm.enrollment.mail.password", " pass${HOME} word "),
                Map.entry("mdm.enrollment.mail.tls", "Implicit"),
                Map.entry("mdm.enrollment.mail.workers", "2"),
                Map.entry("mdm.enrollment.mail.rate", "14"),
                Map.entry("mdm.enrollment.mail.organization-hourly", "500"),
                Map.entry("mdm.enrollment.mail.resend-interval", "0"),
                Map.entry("mdm.enrollment.mail.reminders", "2700, 900"),
                Map.entry("mdm.enrollment.limits.organization-hourly-recipients", "20"),
                Map.entry("mdm.enrollment.mail.smtputf8", "TRUE"),
                Map.entry("mdm.enrollment.link.base-url", "http://localhost:8080/mdm/"),
                Map.entry("mdm.enrollment.secret.keys", "2026-11:" + KEY + ", 2026_05:" + KEY),
                Map.entry("mdm.enrollment.directory.file", file.toString()),
                Map.entry("mdm.enrollment.limits.recipients", "10"),
                Map.entry("mdm.enrollment.limits.body-bytes", "2048"),
                Map.entry("mdm.enrollment.limits.email-text", "0"),
                Map.entry("mdm.enrollment.limits.duration-min", "1"),
                Map.entry("mdm.enrollment.limits.duration-max", " 3600 "),
                Map.entry("mdm.enrollment.limits.concurrent-bulks", "1"),
                Map.entry("mdm.enrollment.limits.unknown-fields", "Ignore"),
                Map.entry("mdm.enrollment.retention.addresses-days", "7"),
                Map.entry("mdm.enrollment.retention.rows-days", "0"),
                Map.entry("mdm.enrollment.retention.audit-days", "90"),
                Map.entry("mdm.enrollment.retention.idempotency-hours", "1"),
                Map.entry("mdm.enrollment.jwt.organizations-claim", "https://acme.example/orgs"),
                Map.entry("mdm.enrollment.cors.allowed-origins", "https://ui.acme.example, http://localhost:3000"),
                Map.entry("mdm.enrollment.page.client-address-header", "X-Forwarded-For"),
                Map.entry("mdm.enrollment.webhooks.allowed-hosts", "Hooks.internal, 10.1.2.3, ::1"),
                Map.entry("mp.jwt.verify.publickey.location", publicKey.toUri().toString()),
                Map.entry("mp.jwt.verify.issuer", "https://id.acme.example"),
                Map.entry("mp.jwt.verify.audiences", "mdm,enrollment"))));

        assertThat(read.retention())
                .isEqualTo(new Retention(
                        Optional.of(Duration.ofDays(7)),
                        Optional.empty(),
                        Optional.of(Duration.ofDays(90)),
                        Duration.ofHours(1)));
        assertThat(read.module().linkBase()).isEqualTo(URI.create("http://localhost:8080/mdm"));
        assertThat(read.module().secretKeys()).extracting(SecretKey::id).containsExactly("2026-11", "2026_05");
        assertThat(read.module().secretKeys()).extracting(SecretKey::bytes).containsOnly(KEY_BYTES);
        assertThat(read.module().mailWorkers()).isEqualTo(2);
        assertThat(read.module().hourlyMailQuota()).hasValue(500);
        assertThat(read.module().hourlyRecipients()).isEqualTo(20);
        assertThat(read.module().resendInterval()).isZero();
        assertThat(read.module().reminders()).containsExactly(Duration.ofMinutes(45), Duration.ofMinutes(15));
        assertThat(read.module().smtpUtf8()).isTrue();
        assertThat(read.module().directoryFile()).contains(file);
        assertThat(read.mail())
                .isEqualTo(new MailConfiguration(
                        "2001:db8::25",
                        2525,
                        "Acme IT <it@acme.example>",
                        Set.of(),
                        Optional.of("Help <help@acme.example>"),
                        Optional.of("enrollment"),
                        Optional.of(" pass${HOME} word "),
                        MailConfiguration.Tls.IMPLICIT,
                        OptionalInt.of(14),
                        true));
        assertThat(read.limits()).isEqualTo(new RequestLimits(10, 2048, 0, 1, 3600, 1, UnknownFields.IGNORE));
        assertThat(read.callers())
                .isEqualTo(new CallerConfiguration(
                        Optional.of("https://acme.example/orgs"),
                        Set.of("https://ui.acme.example", "http://localhost:3000")));
        assertThat(read.pages()).isEqualTo(new PageConfiguration(Optional.of("X-Forwarded-For")));
        assertThat(read.webhooks())
                .isEqualTo(new WebhookConfiguration(
                        Set.of("hooks.internal", "10.1.2.3", "::1"), true, URI.create("http://localhost:8080/mdm")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"899", "900,900", "900,,1000", "900,1000,1100,1200", "2591101", "-900", "9e2"})
    void reminders_that_no_bulk_could_ask_for_are_refused(String value) {
        var longest = Duration.ofDays(30).minusMinutes(15);

        assertThat(ReminderTimes.parsed(value, longest)).isEmpty();
        assertThat(ReminderTimes.parsed(" 2591100 ,900", longest)).isPresent();
    }

    @Test
    void everything_wrong_is_told_at_once(@TempDir Path directory) {
        var values = new HashMap<String, String>();
        values.put("mdm.enrollment.mail.host", "smtp.acme.example:587");
        values.put("mdm.enrollment.mail.port", "65536");
        values.put("mdm.enrollment.mail.from", "nobody");
        values.put("mdm.enrollment.mail.reply-to", "a@acme.example, b@acme.example");
        values.put("mdm.enrollment.mail.password", "hunter2");
        values.put("mdm.enrollment.mail.tls", "yes");
        values.put("mdm.enrollment.mail.workers", "65");
        values.put("mdm.enrollment.mail.rate", "fast");
        values.put("mdm.enrollment.mail.organization-hourly", "0");
        values.put("mdm.enrollment.mail.resend-interval", "1m");
        values.put("mdm.enrollment.mail.reminders", "3600,1d");
        values.put("mdm.enrollment.limits.organization-hourly-recipients", "0");
        values.put("mdm.enrollment.mail.smtputf8", "1");
        values.put("mdm.enrollment.link.base-url", "ftp://mdm.acme.example");
        values.put("mdm.enrollment.secret.keys", "k1:c2hvcnQ=,k 2:" + KEY + ",k1:" + KEY + "," + KEY);
        values.put(
                "mdm.enrollment.directory.file",
                directory.resolve("absent.json").toString());
        values.put("mdm.enrollment.limits.recipients", "0");
        values.put("mdm.enrollment.limits.body-bytes", "16M");
        values.put("mdm.enrollment.limits.email-text", "-1");
        values.put("mdm.enrollment.limits.duration-min", "7200");
        values.put("mdm.enrollment.limits.duration-max", "3600");
        values.put("mdm.enrollment.limits.concurrent-bulks", "1.5");
        values.put("mdm.enrollment.limits.unknown-fields", "s3cr3t");
        values.put("mdm.enrollment.cors.allowed-origins", "*");
        values.put("mdm.enrollment.page.client-address-header", "X-Forwarded-For, Forwarded");
        values.put("mdm.enrollment.webhooks.allowed-hosts", "hooks.internal,10.1.2.3:8080");
        values.put("mp.jwt.verify.publickey.location", "/nowhere/key.pem");
        values.put("mp.jwt.verify.issuer", "");
        values.put("mp.jwt.verify.audiences", "mdm, enrollment");

        assertThatThrownBy(() -> Configuration.from(new MapConfig(values)))
                .isInstanceOf(BadConfiguration.class)
                .hasMessage("""
                        The configuration cannot be used:
                          mdm.enrollment.link.base-url: expected an http(s) URL with a host, without user, query or fragment
                          mdm.enrollment.secret.keys: entry 1 is not the base64 of at least 32 bytes
                          mdm.enrollment.secret.keys: entry 2 has a bad key id, expected 1 to 16 of A-Z a-z 0-9 _ -
                          mdm.enrollment.secret.keys: entry 4 is not a keyId:base64 pair
                          mdm.enrollment.secret.keys: entries 1 and 3 have the same key id
                          mdm.enrollment.mail.workers: expected a whole number from 0 to 64
                          mdm.enrollment.mail.organization-hourly: expected a whole number from 1 to 100000000
                          mdm.enrollment.limits.organization-hourly-recipients: expected a whole number from 1 to 1000000000
                          mdm.enrollment.mail.resend-interval: expected a whole number from 0 to 86400
                          mdm.enrollment.mail.reminders: expected at most 3 distinct numbers of seconds from 900 to 2700, comma separated
                          mdm.enrollment.mail.smtputf8: expected true or false
                          mdm.enrollment.directory.file: expected a readable file
                          mdm.enrollment.mail.user: missing, expected because mdm.enrollment.mail.password is set
                          mdm.enrollment.mail.host: expected a host name or an IP address
                          mdm.enrollment.mail.port: expected a whole number from 1 to 65535
                          mdm.enrollment.mail.from: expected one mail address, with or without a display name
                          mdm.enrollment.mail.reply-to: expected one mail address, with or without a display name
                          mdm.enrollment.mail.tls: expected starttls, implicit, optional or none
                          mdm.enrollment.mail.rate: expected a whole number from 1 to 100000
                          mdm.enrollment.limits.recipients: expected a whole number from 1 to 1000000
                          mdm.enrollment.limits.body-bytes: expected a whole number from 1024 to 1073741824
                          mdm.enrollment.limits.email-text: expected a whole number from 0 to 1000000
                          mdm.enrollment.limits.concurrent-bulks: expected a whole number from 1 to 1000
                          mdm.enrollment.limits.unknown-fields: expected refuse or ignore
                          mdm.enrollment.limits.duration-min: expected at most mdm.enrollment.limits.duration-max
                          mdm.enrollment.cors.allowed-origins: expected http(s)://host, http(s)://host:port or loopback, comma separated; a path or * is not allowed
                          mdm.enrollment.page.client-address-header: expected the name of one header
                          mdm.enrollment.webhooks.allowed-hosts: expected names of hosts or IP addresses, comma separated, without scheme and port
                          mp.jwt.verify.publickey.location: expected a URL (file:, http:, https:) or the name of a resource in the WAR, readable
                          mp.jwt.verify.issuer: missing, expected the iss claim of the callers' tokens
                          mp.jwt.verify.audiences: expected accepted aud claims, comma separated without spaces""");
    }

    @Test
    void nothing_set_names_the_required_keys_only() {
        assertThatThrownBy(() -> Configuration.from(new MapConfig(Map.of())))
                .isInstanceOf(BadConfiguration.class)
                .message()
                .satisfies(message -> assertThat(message.lines().skip(1))
                        .hasSize(REQUIRED.size())
                        .allMatch(line -> line.contains(": missing, expected "))
                        .map(line -> line.strip().replaceFirst(":.*", ""))
                        .containsExactlyInAnyOrderElementsOf(REQUIRED.keySet()));
    }
}
