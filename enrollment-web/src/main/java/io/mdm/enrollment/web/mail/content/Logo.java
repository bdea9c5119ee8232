package io.mdm.enrollment.web.mail.content;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The only image of a mail, loaded from the organization's server. */
final class Logo {
    private static final int MAX_LENGTH = 2_000;

    private Logo() {}

    /** The address, if it is an https URL with a host and without a user. */
    static Optional<String> address(@Nullable String address) {
        return Optional.ofNullable(address)
                .map(String::strip)
                .filter(text -> text.length() <= MAX_LENGTH)
                .flatMap(Logo::uri)
                .filter(uri -> "https".equalsIgnoreCase(uri.getScheme()))
                .filter(uri -> uri.getHost() != null && uri.getRawUserInfo() == null)
                .map(URI::toASCIIString);
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }
}
