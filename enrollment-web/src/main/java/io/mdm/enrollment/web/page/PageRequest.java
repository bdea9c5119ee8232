package io.mdm.enrollment.web.page;

import io.mdm.enrollment.api.token.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who reads a page, as far as the request tells.
 *
 * @param chosen the language of the switch on the page
 * @param preferred the first of the reader's languages that there is
 * @param enroll where the form for address and code is, seen from the page
 */
record PageRequest(Optional<Language> chosen, Language preferred, Device device, Network network, String enroll) {
    /** Not a parameter of the servlet API, which would read a posted body to find it. */
    private static final Pattern CHOICE = Pattern.compile("(?:^|&)lang=([a-z]{2})(?:&|$)");

    /** @param clientAddressHeader the only header that is believed */
    static PageRequest of(HttpServletRequest request, Optional<String> clientAddressHeader) {
        return new PageRequest(
                chosen(request.getQueryString()),
                preferred(request),
                Device.of(request.getHeader("Sec-CH-UA-Platform"), request.getHeader("User-Agent")),
                network(request, clientAddressHeader),
                enroll(request.getPathInfo()));
    }

    /** @param own the language of the token; empty when there is none */
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

    /** Proxies add what they saw at the end; all before it could be the client's invention. */
    private static Network network(HttpServletRequest request, Optional<String> header) {
        var told = header.flatMap(name -> Collections.list(request.getHeaders(name)).stream()
                .reduce((earlier, last) -> last)
                .map(line -> Network.of(line.substring(line.lastIndexOf(',') + 1))));
        return told.filter(network -> !network.equals(Network.UNKNOWN))
                .orElseGet(() -> Network.of(request.getRemoteAddr()));
    }

    /** Relative, because a proxy may show the module under another path than the server does. */
    private static String enroll(@Nullable String below) {
        if (below == null) {
            return "enroll";
        }
        long steps = below.chars().filter(character -> character == '/').count();
        return "./" + "../".repeat((int) steps - 1);
    }
}
