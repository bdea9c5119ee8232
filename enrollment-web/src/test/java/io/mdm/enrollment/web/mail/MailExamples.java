package io.mdm.enrollment.web.mail;

import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.api.directory.WindowsEnterprise;
import io.mdm.enrollment.api.spi.Invitation;
import io.mdm.enrollment.api.spi.Invitation.Reminding;
import io.mdm.enrollment.api.token.Language;
import io.mdm.enrollment.api.token.PersonalLink;
import io.mdm.enrollment.web.config.MailConfiguration;
import io.mdm.enrollment.web.config.MailConfiguration.Tls;
import io.mdm.enrollment.web.mail.content.InvitationContent;
import io.mdm.enrollment.web.mail.content.MailTemplateKey;
import io.mdm.enrollment.web.mail.content.RecipientFields;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Invitations and relays to test with. */
public final class MailExamples {
    public static final PersonalLink LINK = link("mdme_0123456789abcdefghij");
    public static final String CODE = "K7QFA-2M9XR";
    public static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private MailExamples() {}

    public static PersonalLink link(String credential) {
        return new PersonalLink(URI.create("https://mdm.acme.example/enroll"), credential);
    }

    public static Invitation to(String address) {
        return new Invitation(
                "698efa6ed851667d9c0aec90.1",
                address,
                Language.EN,
                null,
                null,
                LINK,
                CODE,
                Instant.parse("2026-12-05T16:30:00Z"),
                organization("Acme", enterprise()));
    }

    public static Invitation in(Language language) {
        return wording(language, "Acme", null, null);
    }

    public static Invitation wording(
            Language language, String organization, @Nullable String displayName, @Nullable String emailText) {
        var plain = to("ana@acme.example");
        return new Invitation(
                plain.messageKey(),
                plain.address(),
                language,
                displayName,
                emailText,
                plain.link(),
                plain.enrollCode(),
                plain.expireAt(),
                organization(organization, enterprise()));
    }

    /** Of an organization in that time zone. */
    public static Invitation in(ZoneId zone) {
        var plain = to("ana@acme.example");
        return from(plain, organization("Acme", enterprise(), zone));
    }

    public static Invitation from(Invitation other, Organization organization) {
        return new Invitation(
                other.messageKey(),
                other.address(),
                other.language(),
                other.displayName(),
                other.emailText(),
                other.link(),
                other.enrollCode(),
                other.expireAt(),
                organization);
    }

    public static Organization organization(String name, WindowsEnterprise enterprise) {
        return organization(name, enterprise, ZoneOffset.UTC);
    }

    private static Organization organization(String name, WindowsEnterprise enterprise, ZoneId zone) {
        return new Organization(
                "698efa6ed851667d9c0aec88",
                "acme",
                name,
                Language.EN,
                true,
                OptionalInt.empty(),
                Optional.of(enterprise),
                zone);
    }

    /** The same as a reminder, so long before the link ends. */
    public static Invitation reminding(Invitation other, Duration left) {
        return new Invitation(
                other.messageKey(),
                other.address(),
                other.name(),
                other.language(),
                other.displayName(),
                other.emailText(),
                other.link(),
                other.enrollCode(),
                NOW.plus(left),
                other.organization(),
                Optional.of(new Reminding(Optional.of("698efa6ed851667d9c0aec90.0.0"))));
    }

    /** The same to somebody of that name. */
    public static Invitation named(Invitation other, String name) {
        return new Invitation(
                other.messageKey(),
                other.address(),
                name,
                other.language(),
                other.displayName(),
                other.emailText(),
                other.link(),
                other.enrollCode(),
                other.expireAt(),
                other.organization(),
                other.reminding());
    }

    /** Of the same batch, for somebody else. */
    public static Invitation of(Invitation other, String key, String address, PersonalLink link, String code) {
        return new Invitation(
                key,
                address,
                other.name(),
                other.language(),
                other.displayName(),
                other.emailText(),
                link,
                code,
                other.expireAt(),
                other.organization(),
                other.reminding());
    }

    public static Invitation of(Invitation other, WindowsEnterprise enterprise) {
        return from(other, organization(other.organization().name(), enterprise));
    }

    /** What is rendered without being prepared. */
    public static InvitationContent content(Invitation invitation) {
        return InvitationContent.of(MailTemplateKey.of(invitation, NOW), RecipientFields.of(invitation));
    }

    public static WindowsEnterprise enterprise(
            @Nullable String color, @Nullable String logo, @Nullable String email, @Nullable String phone) {
        return new WindowsEnterprise(
                "698efa6ed851667d9c0aec89",
                "https://mdm.acme.example/EnrollmentServer/Discovery.svc",
                color,
                logo,
                email,
                phone);
    }

    public static WindowsEnterprise enterprise() {
        return enterprise(null, null, "it@acme.example", "+34 600 000 000");
    }

    public static MailConfiguration relayOn(int port) {
        return relayOn(port, Tls.NONE, Optional.empty());
    }

    public static MailConfiguration relayOn(int port, Tls tls, Optional<String> user) {
        return new MailConfiguration(
                "127.0.0.1",
                port,
                "Équipe Acme <enroll@mdm.acme.example>",
                Set.of(),
                Optional.of("it@acme.example"),
                user,
                user.map(name -> "secret"),
                tls,
                OptionalInt.empty(),
                false);
    }

    public static MailConfiguration withoutReplyTo() {
        return new MailConfiguration(
                "127.0.0.1",
                25,
                "enroll@mdm.acme.example",
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Tls.NONE,
                OptionalInt.empty(),
                false);
    }
}
