package io.mdm.enrollment.web.page;

import gg.jte.html.HtmlInterceptor;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import io.mdm.enrollment.web.text.BrandColor;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Page, ready to be sent.
 *
 * @param status HTTP status: 200 found, 303 redirect, 404 unknown, or not yet, 410 ended, 400, 413 and 415 unreadable,
 *     429 too many guesses, 503 unavailable
 */
record Page(int status, Map<String, String> headers, String html) {

    /** No interceptor of template output. */
    @SuppressWarnings("NullAway") // templates expect null
    static final HtmlInterceptor NO_INTERCEPTOR = null;

    static Page of(int status, BrandColor color, Consumer<OwaspHtmlTemplateOutput> template) {
        var html = new StringOutput();
        template.accept(new OwaspHtmlTemplateOutput(html));
        return new Page(status, PageHeaders.with(color), html.toString());
    }

    /** @param relative URL that the reader is sent to by GET (RFC 9110, section 15.4.4) */
    static Page redirect(String relative) {
        return new Page(303, PageHeaders.with(BrandColor.of(null)), "").and("Location", relative);
    }

    /** This page with the time to wait before the next try. */
    Page after(Duration wait) {
        return and("Retry-After", Long.toString(Math.max(1, wait.plusMillis(999).toSeconds())));
    }

    private Page and(String header, String value) {
        var all = new TreeMap<>(headers);
        all.put(header, value);
        return new Page(status, all, html);
    }
}
