package io.mdm.enrollment.web.config;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * Settings of webhooks.
 *
 * @param allowedHosts names of hosts, in lower case, that may be called without TLS and at private addresses
 * @param loopback whether addresses of the loopback may be: the module itself is configured for one
 * @param source of its events, as they name it: the public URL of the module
 */
public record WebhookConfiguration(Set<String> allowedHosts, boolean loopback, URI source) {

    /** @param host a name or an address without brackets, in lower case */
    public boolean allows(String host) {
        return allowedHosts.contains(host);
    }

    /** Whether requests to the URL may go without TLS. */
    public boolean mayBeClear(URI url) {
        return allows(url.getHost().toLowerCase(Locale.ROOT)) || (loopback && WebAddress.isLoopback(url));
    }
}
