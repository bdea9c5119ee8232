package io.mdm.enrollment.domain.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** URL of a webhook without what may be secret in it. */
final class ShownUrl {
    private ShownUrl() {}

    /** Scheme, host, port and path; empty for what is no URL. */
    static String of(String url) {
        try {
            var uri = new URI(url.strip());
            var path = Optional.ofNullable(uri.getRawPath()).orElse("");
            return uri.getHost() == null
                    ? ""
                    : uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort()) + path;
        } catch (URISyntaxException unfit) {
            return "";
        }
    }
}
