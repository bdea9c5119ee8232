package io.mdm.enrollment.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.support.Reply;

/** What holds for every page. */
final class PageRules {
    private PageRules() {}

    /** Row 24 of what can go wrong: secrets in an address. */
    static void assertGuarded(Reply page) {
        assertThat(page.header("Content-Type")).matches("(?i)text/html; ?charset=utf-8");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("Content-Security-Policy"))
                .startsWith("default-src 'none';")
                .doesNotContain("unsafe", "http");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("X-Robots-Tag")).isEqualTo("noindex");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
    }
}
