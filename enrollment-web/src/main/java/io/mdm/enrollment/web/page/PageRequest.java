package io.mdm.enrollment.web.page;

import io.mdm.enrollment.api.http.Paths;
import io.mdm.enrollment.api.token.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Language, device and network of a reader, as far as the request tells.
 *
 * @param chosen language chosen on the page
 * @param preferred first supported language of the reader
 * @param enroll URL of the form for address and code, relative to the page
 * @param again whether an address and code sent before were not accepted
 */
record PageRequest(
        Optional<Language> chosen, Language preferred, Device device, Network network, String enroll, boolean again) {
    /** Read from the query itself: the servlet API would read a posted body for a parameter. */
    private static final Pattern CHOICE = Pattern.compile("(?:^|&)lang=([a-z]{2})(?:&|$)");

    private static final Pattern AGAIN = Pattern.compile("(?:^|&)again(?:&|$)");

    /** @param clientAddressHeader the only trusted header */
    static PageRequest of(HttpServletRequest request, Optional<String> clientAddressHeader) {
        return new PageRequest(
                chosen(request.getQueryString()),
                preferred(request),
                Device.of(request.getHeader("Sec-CH-UA-Platform"), request.getHeader("User-Agent")),
                network(request, clientAddressHeader),
                enroll(request.getPathInfo()),
                request.getQueryString() != null
                        && AGAIN.matcher(request.getQueryString()).find());
    }

    /** @param own language of the token; empty without a token */
    Language language(Optional<Language> own) {
        return chosen.or(() -> own).orElse(preferred);
    }

    private static Optional<Language> chosen(@Nullable String query) {
        var choice = CHOICE.matcher(query == null ? "" : query);
        return choice.find() ? Language.of(choice.group(1)) : Optional.empty();
    }

    private static Language preferred(HttpServletRequest request) {
        return Collections.list(request.getLocales()).stream()
                .flatMap(locale -> Language.of(locale.getLanguage()).stream())
                .findFirst()
                .orElse(Language.EN);
    }

    /** Proxies append the address they saw; everything before it may be forged. */
    private static Network network(HttpServletRequest request, Optional<String> header) {
        var told = header.flatMap(name -> Collections.list(request.getHeaders(name)).stream()
                .reduce((earlier, last) -> last)
                .map(line -> Network.of(line.substring(line.lastIndexOf(',') + 1))));
        return told.filter(network -> !network.equals(Network.UNKNOWN))
                .orElseGet(() -> Network.of(request.getRemoteAddr()));
    }

    /** Relative URL, because a reverse proxy may publish the module under another path. */
    private static String enroll(@Nullable String below) {
        if (below == null) {
            return Paths.ENROLL;
        }
        long steps = below.chars().filter(character -> character == '/').count();
        return "./" + "../".repeat((int) steps - 1);
    }
}
