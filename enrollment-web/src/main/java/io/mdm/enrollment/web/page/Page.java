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
 * A page, ready to be sent.
 *
 * @param status of HTTP: 200 there, 303 elsewhere, 404 unknown, 410 ended, 413 and 415 not read, 429 too many guesses, 503
 *     not to be told now
 */
record Page(int status, Map<String, String> headers, String html) {

    /** What stands where templates would let others look on: nobody does. */
    @SuppressWarnings("NullAway") // templates want it to be null
    static final HtmlInterceptor UNWATCHED = null;

    static Page of(int status, BrandColor color, Consumer<OwaspHtmlTemplateOutput> template) {
        var html = new StringOutput();
        template.accept(new OwaspHtmlTemplateOutput(html));
        return new Page(status, PageHeaders.with(color), html.toString());
    }

    /** @param relative where the reader is sent by GET (RFC 9110, section 15.4.4) */
    static Page redirect(String relative) {
        return new Page(303, PageHeaders.with(BrandColor.of(null)), "").and("Location", relative);
    }

    /** To be asked for again no sooner than that. */
    Page after(Duration wait) {
        return and("Retry-After", Long.toString(Math.max(1, wait.plusMillis(999).toSeconds())));
    }

    private Page and(String header, String value) {
        var all = new TreeMap<>(headers);
        all.put(header, value);
        return new Page(status, all, html);
    }
}
