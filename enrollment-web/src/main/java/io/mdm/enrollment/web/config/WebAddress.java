package io.mdm.enrollment.web.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Base URL of links and origins of scripts. */
final class WebAddress {
    private WebAddress() {}

    /** Base URL: http(s) with a host, without user, query or fragment; trailing slashes are removed. */
    static Optional<URI> base(String value) {
        return uri(value).map(uri -> URI.create(uri.toASCIIString().replaceFirst("/+$", "")));
    }

    /**
     * Origins as browsers send them (RFC 6454, section 6.2): lower case, without a default port; or
     * {@link CallerConfiguration#LOOPBACK}. {@code *} is not accepted: it would open the API to every page that a
     * caller visits.
     */
    static Optional<Set<String>> origins(String value) {
        var origins = new LinkedHashSet<String>();
        for (var entry : value.split(",", -1)) {
            var origin = allowed(entry.strip());
            if (origin.isEmpty()) {
                return Optional.empty();
            }
            origins.add(origin.get());
        }
        return Optional.of(Set.copyOf(origins));
    }

    /** Names of hosts and IP addresses, in lower case. */
    static Optional<Set<String>> hosts(String value) {
        var hosts = Stream.of(value.split(",", -1))
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return Optional.of(hosts).filter(all -> all.stream().allMatch(MailSyntax::isHost));
    }

    /** Decided by the name alone (RFC 6761, section 6.3; RFC 5735, section 3; RFC 4291, section 2.5.3). */
    static boolean isLoopback(URI url) {
        var host = url.getHost().toLowerCase(Locale.ROOT);
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.matches("127(?:\\.[0-9]{1,3}){3}")
                || host.equals("[::1]");
    }

    private static Optional<String> allowed(String entry) {
        return entry.equals(CallerConfiguration.LOOPBACK)
                ? Optional.of(entry)
                : uri(entry).filter(uri -> uri.getRawPath().isEmpty()).map(WebAddress::origin);
    }

    private static Optional<URI> uri(String value) {
        try {
            return Optional.of(new URI(value)).filter(WebAddress::isPlain);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isPlain(URI uri) {
        return uri.getHost() != null
                && isHttp(uri)
                && uri.getPort() != 0
                && uri.getPort() <= 65_535
                && uri.getRawUserInfo() == null
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null;
    }

    private static boolean isHttp(URI uri) {
        return "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
    }

    private static String origin(URI uri) {
        var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        int standard = scheme.equals("https") ? 443 : 80;
        var port = uri.getPort() == -1 || uri.getPort() == standard ? "" : ":" + uri.getPort();
        return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port;
    }
}
