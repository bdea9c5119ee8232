package io.mdm.enrollment.web.config;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Syntax of the mail settings. */
final class MailSyntax {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,255}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*");

    private MailSyntax() {}

    /** Host name or IP address without port, which has its own key. */
    static boolean isHost(String value) {
        return NAME.matcher(value).matches() || IPV6.matcher(value).matches();
    }

    /** One address (RFC 5322, section 3.4), not a group, without control characters that could end a header line. */
    static boolean isSender(String value) {
        if (value.chars().anyMatch(Character::isISOControl)) {
            return false;
        }
        try {
            var addresses = InternetAddress.parse(value, true);
            if (addresses.length != 1 || addresses[0].isGroup()) {
                return false;
            }
            addresses[0].validate();
            return true;
        } catch (AddressException e) {
            return false;
        }
    }

    /** One address, whose display name alone may hold a placeholder. */
    static boolean isFrom(String value) {
        return isSender(value) && value.lastIndexOf('{') < Math.max(value.lastIndexOf('<'), 1);
    }

    /** Domains in A-labels (RFC 5890), separated by commas; in lower case. */
    static Optional<Set<String>> domains(String value) {
        var domains = Stream.of(value.split(",", -1))
                .map(domain -> domain.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        return Optional.of(domains).filter(all -> all.stream().allMatch(NAME.asMatchPredicate()));
    }

    static Optional<MailConfiguration.Tls> tls(String value) {
        return Stream.of(MailConfiguration.Tls.values())
                .filter(tls -> tls.name().equals(value.toUpperCase(Locale.ROOT)))
                .findFirst();
    }
}
