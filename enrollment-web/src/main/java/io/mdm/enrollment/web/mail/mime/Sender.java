package io.mdm.enrollment.web.mail.mime;

import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.api.directory.WindowsEnterprise;
import io.mdm.enrollment.web.config.MailConfiguration;
import io.mdm.enrollment.web.text.CleanText;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sender of the mails: the configured one, with the name of the inviting organization, or the organization's own.
 *
 * @param address bare, for the envelope of all mails
 * @param domain its part behind the {@code @}, ASCII
 * @param name display name, in which {@code {organization}} stands for the name of the organization; null for none
 * @param ownDomains domains of which organizations may name a sender of their own, in lower case
 * @param replyToHeader the value of {@code Reply-To}, folded
 */
public record Sender(
        String address, String domain, @Nullable String name, Set<String> ownDomains, Optional<String> replyToHeader) {
    private static final String ORGANIZATION = "{organization}";
    /** As in the subject, a name of any length must leave the rest readable. */
    private static final int NAME = 80;

    /** @throws IllegalArgumentException when an address is invalid, or its domain is not in A-labels (RFC 5890) */
    public static Sender of(MailConfiguration configuration) {
        var from = parsed("mail.from", configuration.from());
        var replyTo = configuration.replyTo().map(text -> parsed("mail.reply-to", text));
        return new Sender(
                from.getAddress(),
                domainOf(from),
                from.getPersonal(),
                configuration.fromDomains(),
                replyTo.map(address -> MimeUtility.fold("Reply-To: ".length(), address.toString())));
    }

    /** The value of {@code From} in mails of that organization, folded. */
    String fromHeader(Organization organization) {
        return MimeUtility.fold("From: ".length(), from(organization).toString());
    }

    /** The sender of mails of that organization. */
    InternetAddress from(Organization organization) {
        return organization
                .windowsEnterprise()
                .map(WindowsEnterprise::mailFrom)
                .flatMap(this::allowed)
                .orElseGet(() -> configured(organization));
    }

    private InternetAddress configured(Organization organization) {
        var organizationName = CleanText.shortened(CleanText.singleLine(organization.name()), NAME);
        return named(address, name == null ? null : name.replace(ORGANIZATION, organizationName));
    }

    /** An organization's own sender; empty for one that is unfit or of a domain that is not allowed. */
    private Optional<InternetAddress> allowed(String text) {
        try {
            return Optional.of(parsed("mail_from", CleanText.singleLine(text)))
                    .filter(address -> ownDomains.contains(domainOf(address).toLowerCase(Locale.ROOT)));
        } catch (IllegalArgumentException unfit) {
            return Optional.empty();
        }
    }

    private static InternetAddress parsed(String key, String text) {
        try {
            var parsed = new InternetAddress(text, true);
            // a name read raw would also be written raw
            var address = named(parsed.getAddress(), parsed.getPersonal());
            if (!StandardCharsets.US_ASCII.newEncoder().canEncode(domainOf(address))) {
                throw new IllegalArgumentException(key + " wants its domain in A-labels");
            }
            return address;
        } catch (AddressException unreadable) {
            throw new IllegalArgumentException(key + " is no address", unreadable);
        }
    }

    private static InternetAddress named(String address, @Nullable String name) {
        try {
            return new InternetAddress(address, name, StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String domainOf(InternetAddress address) {
        return address.getAddress().substring(address.getAddress().lastIndexOf('@') + 1);
    }
}
