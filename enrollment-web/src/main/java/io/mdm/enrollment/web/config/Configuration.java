package io.mdm.enrollment.web.config;

import io.mdm.enrollment.api.IssueTokens;
import io.mdm.enrollment.api.spi.ModuleConfiguration;
import io.mdm.enrollment.api.spi.Retention;
import io.mdm.enrollment.web.config.RequestLimits.UnknownFields;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** All configuration keys with their defaults and bounds. */
public record Configuration(
        ModuleConfiguration module,
        MailConfiguration mail,
        RequestLimits limits,
        CallerConfiguration callers,
        PageConfiguration pages,
        WebhookConfiguration webhooks,
        Retention retention) {

    private static final int MAX_DAYS = 36_500;
    private static final int TEN_YEARS = 315_360_000;
    /** Header name (RFC 9110, section 5.1). */
    private static final Pattern FIELD_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private static final URI PLACEHOLDER_URL = URI.create("http://localhost");

    /** @throws BadConfiguration if any key is bad, with all of them */
    static Configuration from(Config config) {
        var keys = new ConfigurationReader(config);
        var configuration = new Configuration(
                module(keys), mail(keys), limits(keys), callers(keys), pages(keys), webhooks(keys), retention(keys));
        requireServerKeys(keys);
        keys.finish();
        return configuration;
    }

    /** Link base alone, of a configuration that was checked at start; without a slash at the end. */
    public static URI linkBase(Config config) {
        return linkBase(new ConfigurationReader(config));
    }

    /** Limits alone, of a configuration that was checked at start. */
    public static RequestLimits limits(Config config) {
        return limits(new ConfigurationReader(config));
    }

    /** Retention periods alone, of a configuration that was checked at start. */
    public static Retention retention(Config config) {
        return retention(new ConfigurationReader(config));
    }

    private static ModuleConfiguration module(ConfigurationReader keys) {
        return new ModuleConfiguration(
                linkBase(keys),
                SecretKeys.read(keys, "mdm.enrollment.secret.keys"),
                keys.number("mdm.enrollment.mail.workers", 8, 0, ModuleConfiguration.MAX_MAIL_WORKERS),
                keys.number("mdm.enrollment.mail.organization-hourly", 1, 100_000_000),
                keys.number("mdm.enrollment.limits.organization-hourly-recipients", 1_000_000, 1, 1_000_000_000),
                Duration.ofSeconds(keys.number("mdm.enrollment.mail.resend-interval", 60, 0, 86_400)),
                reminders(keys),
                keys.flag("mdm.enrollment.mail.smtputf8"),
                keys.parsed("mdm.enrollment.directory.file", "a readable file", ReadableFile::at));
    }

    private static List<Duration> reminders(ConfigurationReader keys) {
        var latest = Duration.ofSeconds(durationMax(keys)).minus(IssueTokens.REMINDER_MARGIN);
        var expected = "at most %d distinct numbers of seconds from %d to %d, comma separated"
                .formatted(IssueTokens.MAX_REMINDERS, IssueTokens.REMINDER_MARGIN.toSeconds(), latest.toSeconds());
        return keys.parsed("mdm.enrollment.mail.reminders", expected, value -> ReminderTimes.parsed(value, latest))
                .orElse(List.of());
    }

    private static URI linkBase(ConfigurationReader keys) {
        return keys.required(
                "mdm.enrollment.link.base-url",
                "an http(s) URL with a host, without user, query or fragment",
                PLACEHOLDER_URL,
                WebAddress::base);
    }

    private static MailConfiguration mail(ConfigurationReader keys) {
        var address = "one mail address, with or without a display name";
        keys.requireBothOrNone("mdm.enrollment.mail.user", "mdm.enrollment.mail.password");
        return new MailConfiguration(
                keys.requiredText("mdm.enrollment.mail.host", "a host name or an IP address", MailSyntax::isHost),
                keys.number("mdm.enrollment.mail.port", 587, 1, 65_535),
                keys.requiredText("mdm.enrollment.mail.from", address, MailSyntax::isFrom),
                keys.parsed("mdm.enrollment.mail.from-domains", "domains, comma-separated", MailSyntax::domains)
                        .orElse(Set.of()),
                keys.text("mdm.enrollment.mail.reply-to", address, MailSyntax::isSender),
                keys.text("mdm.enrollment.mail.user"),
                keys.secret("mdm.enrollment.mail.password"),
                keys.parsed("mdm.enrollment.mail.tls", "starttls, implicit, optional or none", MailSyntax::tls)
                        .orElse(MailConfiguration.Tls.STARTTLS),
                keys.number("mdm.enrollment.mail.rate", 1, 100_000),
                keys.flag("mdm.enrollment.mail.smtputf8"));
    }

    private static RequestLimits limits(ConfigurationReader keys) {
        var limits = new RequestLimits(
                keys.number("mdm.enrollment.limits.recipients", 100_000, 1, 1_000_000),
                keys.number("mdm.enrollment.limits.body-bytes", 16_777_216, 1_024, 1_073_741_824),
                keys.number("mdm.enrollment.limits.email-text", 20_000, 0, 1_000_000),
                keys.number("mdm.enrollment.limits.duration-min", 60, 1, TEN_YEARS),
                durationMax(keys),
                keys.number("mdm.enrollment.limits.concurrent-bulks", 8, 1, 1_000),
                keys.parsed("mdm.enrollment.limits.unknown-fields", "refuse or ignore", Configuration::unknownFields)
                        .orElse(UnknownFields.REFUSE));
        if (limits.durationMin() > limits.durationMax()) {
            keys.refuse("mdm.enrollment.limits.duration-min", "expected at most mdm.enrollment.limits.duration-max");
        }
        return limits;
    }

    private static int durationMax(ConfigurationReader keys) {
        return keys.number("mdm.enrollment.limits.duration-max", 2_592_000, 1, TEN_YEARS);
    }

    private static Optional<UnknownFields> unknownFields(String value) {
        return Stream.of(UnknownFields.values())
                .filter(each -> each.name().equalsIgnoreCase(value))
                .findFirst();
    }

    private static Retention retention(ConfigurationReader keys) {
        return new Retention(
                days(keys, "mdm.enrollment.retention.addresses-days", 30, 1),
                days(keys, "mdm.enrollment.retention.rows-days", 180, 1),
                days(keys, "mdm.enrollment.retention.audit-days", 730, Retention.MIN_AUDIT_DAYS),
                Duration.ofHours(keys.number("mdm.enrollment.retention.idempotency-hours", 24, 1, 8_760)));
    }

    /** Retention time; empty for 0, which means forever. */
    private static Optional<Duration> days(ConfigurationReader keys, String key, int absent, int min) {
        int days = keys.number(key, absent, 0, MAX_DAYS);
        if (days > 0 && days < min) {
            keys.refuse(key, "expected 0 (indefinitely) or at least " + min);
        }
        return Optional.of(Duration.ofDays(days)).filter(kept -> !kept.isZero());
    }

    private static CallerConfiguration callers(ConfigurationReader keys) {
        var claim = keys.text("mdm.enrollment.jwt.organizations-claim").orElse("organizations");
        return new CallerConfiguration(
                Optional.of(claim).filter(name -> !name.equals("none")),
                keys.parsed(
                                "mdm.enrollment.cors.allowed-origins",
                                "http(s)://host, http(s)://host:port or loopback, comma separated; a path or * is not allowed",
                                WebAddress::origins)
                        .orElse(Set.of()));
    }

    private static PageConfiguration pages(ConfigurationReader keys) {
        return new PageConfiguration(keys.text(
                "mdm.enrollment.page.client-address-header", "the name of one header", FIELD_NAME.asMatchPredicate()));
    }

    private static WebhookConfiguration webhooks(ConfigurationReader keys) {
        var source = linkBase(keys);
        return new WebhookConfiguration(
                keys.parsed(
                                "mdm.enrollment.webhooks.allowed-hosts",
                                "names of hosts or IP addresses, comma separated, without scheme and port",
                                WebAddress::hosts)
                        .orElse(Set.of()),
                WebAddress.isLoopback(source),
                source);
    }

    /** Keys read by the server itself, which accepts missing or wrong ones at start and then refuses every caller. */
    private static void requireServerKeys(ConfigurationReader keys) {
        keys.requiredText(
                "mp.jwt.verify.publickey.location",
                "a URL (file:, http:, https:) or the name of a resource in the WAR, readable",
                ReadableFile::isKeyLocation);
        keys.requiredText("mp.jwt.verify.issuer", "the iss claim of the callers' tokens", value -> true);
        keys.requiredText(
                "mp.jwt.verify.audiences",
                "accepted aud claims, comma separated without spaces",
                value -> Stream.of(value.split(",", -1)).allMatch(aud -> aud.equals(aud.strip()) && !aud.isEmpty()));
    }
}
