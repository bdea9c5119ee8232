package io.mdm.enrollment.domain;

import io.mdm.enrollment.api.IssueTokens;
import io.mdm.enrollment.api.OnPending;
import io.mdm.enrollment.api.directory.MdmUser;
import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.api.directory.WindowsEnterprise;
import io.mdm.enrollment.api.spi.ModuleConfiguration;
import io.mdm.enrollment.api.spi.ModuleConfiguration.SecretKey;
import io.mdm.enrollment.api.spi.Retention;
import io.mdm.enrollment.api.token.EnrollmentSettings;
import io.mdm.enrollment.api.token.Language;
import io.mdm.enrollment.api.token.Particulars;
import io.mdm.enrollment.api.token.PolicyAssignment;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.batch.Invitee;
import io.mdm.enrollment.domain.credential.CredentialFactory;
import io.mdm.enrollment.domain.credential.SaltSource;
import io.mdm.enrollment.domain.recipient.LocalPart;
import io.mdm.enrollment.domain.recipient.Recipient;
import io.mdm.enrollment.domain.token.CredentialSeed;
import io.mdm.enrollment.domain.token.EnrollmentToken;
import io.mdm.enrollment.domain.token.PersonalLinks;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What tests are about when it matters little what. Every id is new, so that tests can share a database. */
public final class Examples {
    public static final Instant NOW = Instant.parse("2026-11-23T10:00:00.123Z");
    public static final Duration DURATION = Duration.ofDays(1);

    private static final String KEY = "up";
    private static final int HOURLY_RECIPIENTS = 1_000_000;
    private static final SaltSource SALTS = new SaltSource();

    private Examples() {}

    public static String id() {
        return ObjectId.next(NOW);
    }

    public static ModuleConfiguration configuration() {
        return configuration(KEY, OptionalInt.empty(), HOURLY_RECIPIENTS, false);
    }

    /** With a bound on each organization's mails of an hour. */
    public static ModuleConfiguration configuration(int hourlyMailQuota) {
        return configuration(KEY, OptionalInt.of(hourlyMailQuota), HOURLY_RECIPIENTS, false);
    }

    /** With a bound on each organization's recipients of an hour. */
    public static ModuleConfiguration configurationWithHourlyRecipients(int limit) {
        return configuration(KEY, OptionalInt.empty(), limit, false);
    }

    /** With reminders of bulk requests that name none. */
    public static ModuleConfiguration configurationWithReminders(List<Duration> reminders) {
        var rest = configuration();
        return new ModuleConfiguration(
                rest.linkBase(),
                rest.secretKeys(),
                rest.mailWorkers(),
                rest.hourlyMailQuota(),
                rest.hourlyRecipients(),
                rest.resendInterval(),
                reminders,
                rest.smtpUtf8(),
                rest.directoryFile());
    }

    /** With SMTPUTF8 switched on. */
    public static ModuleConfiguration smtpUtf8Configuration() {
        return configuration(KEY, OptionalInt.empty(), HOURLY_RECIPIENTS, true);
    }

    /** Of a node that has another key than the one that the tokens are signed with. */
    public static ModuleConfiguration otherKeyConfiguration() {
        return configuration("other", OptionalInt.empty(), HOURLY_RECIPIENTS, false);
    }

    private static ModuleConfiguration configuration(
            String key, OptionalInt hourlyMailQuota, int hourlyRecipients, boolean smtpUtf8) {
        return new ModuleConfiguration(
                URI.create("https://mdm.example"),
                List.of(new SecretKey(key, new byte[32])),
                8,
                hourlyMailQuota,
                hourlyRecipients,
                Duration.ofMinutes(1),
                List.of(),
                smtpUtf8,
                Optional.empty());
    }

    /** As it is unless something else is configured. */
    public static Retention retention() {
        return new Retention(
                Optional.of(Duration.ofDays(30)),
                Optional.of(Duration.ofDays(180)),
                Optional.of(Duration.ofDays(730)),
                Duration.ofHours(24));
    }

    public static CredentialFactory credentials() {
        return new CredentialFactory(configuration());
    }

    public static PersonalLinks links() {
        return new PersonalLinks(configuration(), credentials());
    }

    public static Organization organization() {
        return organization(OptionalInt.empty());
    }

    /** With a bound on its live tokens. */
    public static Organization organization(OptionalInt tokenQuota) {
        var id = id();
        return new Organization(id, "org-" + id, "Acme", Language.EN, true, tokenQuota, Optional.of(enterprise()));
    }

    public static WindowsEnterprise enterprise() {
        return new WindowsEnterprise(
                id(), "https://mdm.example/Discovery.svc", "#0b5fff", null, "it@acme.example", null);
    }

    /** Nothing that can be left out is given. */
    public static EnrollmentSettings settings() {
        return settings(true, DURATION, null);
    }

    /** Everything that can be left out is given. */
    public static EnrollmentSettings fullSettings() {
        return new EnrollmentSettings(
                true,
                "Señor \"Ü\" \\ 🙂",
                List.of("", "ventas", "été"),
                Duration.ofDays(30),
                Language.ZH,
                "Hello,\n\tyou </b> are invited.\n",
                "698efa6ed851667d9c0aec8a",
                List.of(
                        new PolicyAssignment("698efa6ed851667d9c0aec8b", 10_000),
                        new PolicyAssignment(null, 0),
                        new PolicyAssignment("698efa6ed851667d9c0aec8a", 7)),
                -9_007_199_254_740_991L);
    }

    public static EnrollmentSettings settings(Duration duration) {
        return settings(true, duration, null);
    }

    public static EnrollmentSettings settings(Language language) {
        return settings(true, DURATION, language);
    }

    /** Nobody is to be mailed. */
    public static EnrollmentSettings silentSettings() {
        return settings(false, DURATION, null);
    }

    private static EnrollmentSettings settings(boolean sendEmail, Duration duration, @Nullable Language language) {
        return new EnrollmentSettings(sendEmail, null, List.of(), duration, language, null, null, List.of(), null);
    }

    public static IssueTokens command(Organization organization, EnrollmentSettings settings, List<String> addresses) {
        return new IssueTokens(organization.id(), "admin@acme.example", settings, addresses, Optional.empty());
    }

    /** With another treatment of people who hold a token. */
    public static IssueTokens command(
            Organization organization, EnrollmentSettings settings, List<String> addresses, OnPending onPending) {
        return new IssueTokens(
                organization.id(),
                "admin@acme.example",
                settings,
                addresses,
                false,
                List.of(),
                onPending,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** With mails that leave later. */
    public static IssueTokens command(
            Organization organization, EnrollmentSettings settings, List<String> addresses, Instant sendAt) {
        return new IssueTokens(
                organization.id(),
                "admin@acme.example",
                settings,
                addresses,
                false,
                List.of(),
                OnPending.ADD,
                Optional.empty(),
                Optional.of(sendAt),
                Optional.empty());
    }

    /** With particulars of recipients, by position. */
    public static IssueTokens command(
            Organization organization,
            EnrollmentSettings settings,
            List<String> addresses,
            Map<Integer, Particulars> particulars) {
        return new IssueTokens(
                organization.id(),
                "admin@acme.example",
                settings,
                addresses,
                false,
                IntStream.range(0, addresses.size())
                        .mapToObj(index -> particulars.getOrDefault(index, Particulars.NONE))
                        .toList(),
                OnPending.ADD,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public static List<String> addresses(int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> "person" + index + "@acme.example")
                .toList();
    }

    /** A batch of so many recipients, none of whom has a token yet. */
    public static EnrollmentBatch batch(Organization organization, EnrollmentSettings settings, int total) {
        return batch(organization, settings, total, NOW);
    }

    public static EnrollmentBatch batch(
            Organization organization, EnrollmentSettings settings, int total, Instant createdAt) {
        return EnrollmentBatch.accept(
                organization,
                organization.windowsEnterprise().orElseThrow(),
                command(organization, settings, addresses(total)),
                EnrollmentBatch.Origin.BULK_REQUEST,
                createdAt);
    }

    /** A batch whose mails leave later. */
    public static EnrollmentBatch scheduled(Organization organization, int total, Instant sendAt) {
        return scheduled(organization, settings(), total, sendAt);
    }

    public static EnrollmentBatch scheduled(
            Organization organization, EnrollmentSettings settings, int total, Instant sendAt) {
        return EnrollmentBatch.accept(
                organization,
                organization.windowsEnterprise().orElseThrow(),
                command(organization, settings, addresses(total), sendAt),
                EnrollmentBatch.Origin.BULK_REQUEST,
                NOW);
    }

    /** The batch of a request for one token. */
    public static EnrollmentBatch single(Organization organization, EnrollmentSettings settings) {
        return EnrollmentBatch.accept(
                organization,
                organization.windowsEnterprise().orElseThrow(),
                command(organization, settings, addresses(1)),
                EnrollmentBatch.Origin.SINGLE_REQUEST,
                NOW);
    }

    public static EnrollmentToken token(EnrollmentBatch batch, int index, Optional<MdmUser> user) {
        return token(batch, index, "person" + index + "@acme.example", user);
    }

    /** For the first recipient, whose address is this one. */
    public static EnrollmentToken token(EnrollmentBatch batch, String address) {
        return token(batch, 0, address, Optional.empty());
    }

    private static EnrollmentToken token(EnrollmentBatch batch, int index, String address, Optional<MdmUser> user) {
        var recipient = Recipient.of(address, LocalPart.ASCII).orElseThrow();
        return EnrollmentToken.issue(batch, new Invitee(index, recipient), user, new CredentialSeed(KEY, SALTS.next()));
    }

    /** Tokens for the recipients at these positions; every second one is a known user. */
    public static List<EnrollmentToken> tokens(EnrollmentBatch batch, List<Integer> indexes) {
        return indexes.stream()
                .map(index -> token(
                        batch,
                        index,
                        Optional.of(new MdmUser(id(), index % 4 == 0 ? null : Language.PT))
                                .filter(user -> index % 2 == 0)))
                .toList();
    }

    /** The positions from 0 up to this one. */
    public static List<Integer> upTo(int end) {
        return IntStream.range(0, end).boxed().toList();
    }
}
