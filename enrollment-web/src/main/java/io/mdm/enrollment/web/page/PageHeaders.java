package io.mdm.enrollment.web.page;

import java.util.Map;

/** What keeps a page with a secret in its address to its reader. */
final class PageHeaders {
    private static final String SCRIPT = Inline.SCRIPT.source();
    private static final String STYLE = Inline.STYLE.source();

    private PageHeaders() {}

    static Map<String, String> with(Brand brand) {
        return Map.of(
                "Cache-Control", "no-store",
                "Content-Security-Policy", policy(brand),
                "Referrer-Policy", "no-referrer",
                "X-Content-Type-Options", "nosniff",
                "X-Robots-Tag", "noindex");
    }

    private static String policy(Brand brand) {
        return "default-src 'none'; style-src " + STYLE + " " + brand.style().source() + "; script-src " + SCRIPT
                + "; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }
}
