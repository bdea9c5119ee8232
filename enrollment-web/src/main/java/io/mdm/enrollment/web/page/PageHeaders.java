package io.mdm.enrollment.web.page;

import io.mdm.enrollment.web.text.BrandColor;
import java.util.Map;

/** Headers that protect a page with a secret in its address. */
final class PageHeaders {
    private static final String SCRIPT = Inline.SCRIPT.source();
    private static final String STYLE = Inline.STYLE.source();

    private PageHeaders() {}

    static Map<String, String> with(BrandColor color) {
        return Map.of(
                "Cache-Control", "no-store",
                "Content-Security-Policy", policy(color),
                "Referrer-Policy", "no-referrer",
                "X-Content-Type-Options", "nosniff",
                "X-Robots-Tag", "noindex");
    }

    private static String policy(BrandColor color) {
        return "default-src 'none'; style-src " + STYLE + " " + Inline.of(color).source() + "; script-src " + SCRIPT
                + "; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }
}
