package io.mdm.enrollment.dev;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLDecoder;
import java.util.Optional;

/** HTML of a mail that is only looked at, as a page of its own: it is in the query, and shown like a mail received. */
final class PreviewPages implements Pages {

    @Override
    public Optional<Page> at(URI request) {
        return request.getPath().equals("/preview.html") && request.getRawQuery() != null
                ? Optional.of(Page.of(
                        "text/html",
                        InboxPages.POLICY,
                        URLDecoder.decode(request.getRawQuery().replace("+", "%2B"), UTF_8)))
                : Optional.empty();
    }
}
