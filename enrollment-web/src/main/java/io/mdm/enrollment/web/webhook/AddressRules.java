package io.mdm.enrollment.web.webhook;

import io.mdm.enrollment.web.config.WebhookConfiguration;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Rules for receivers of webhooks, whose URLs may be wrong or malicious. A name is looked up once, its addresses are
 * judged, and the connection is made to these: an answer of the name server that comes later changes nothing.
 */
final class AddressRules implements DnsResolver {
    private final WebhookConfiguration configuration;
    private final Lookup lookup;

    AddressRules(WebhookConfiguration configuration) {
        this(configuration, InetAddress::getAllByName);
    }

    AddressRules(WebhookConfiguration configuration, Lookup lookup) {
        this.configuration = configuration;
        this.lookup = lookup;
    }

    /** Look-up of a host's addresses. */
    @FunctionalInterface
    interface Lookup {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    /** A host has an address that must not be connected to. */
    static final class AddressRefused extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        AddressRefused() {
            super("the address must not be connected to");
        }
    }

    /** The URL to which requests can be sent; empty if that is not allowed, whatever the host's addresses are. */
    Optional<URI> target(String url) {
        try {
            return Optional.of(new URI(url.strip())).filter(this::isFit);
        } catch (URISyntaxException unfit) {
            return Optional.empty();
        }
    }

    private boolean isFit(URI uri) {
        return uri.getHost() != null
                && uri.getRawUserInfo() == null
                && uri.getRawFragment() == null
                && uri.getPort() != 0
                && uri.getPort() <= 65_535
                && ("https".equalsIgnoreCase(uri.getScheme())
                        || ("http".equalsIgnoreCase(uri.getScheme()) && configuration.mayBeClear(uri)));
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = lookup.of(bare(host));
        if (!configuration.allows(bare(host)) && !Stream.of(addresses).allMatch(this::mayBeCalled)) {
            throw new AddressRefused();
        }
        return addresses;
    }

    private boolean mayBeCalled(InetAddress address) {
        return AddressRange.isPublic(address) || (configuration.loopback() && address.isLoopbackAddress());
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** An IPv6 address without its brackets. */
    private static String bare(String host) {
        return host.toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", "");
    }
}
