package io.mdm.enrollment.web.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mdm.enrollment.api.spi.Sha256;
import io.mdm.enrollment.web.text.BrandColor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Objects;

/** Style or script embedded in the page, so that nothing has to be fetched. */
record Inline(String text) {
    static final Inline STYLE = resource("page.css");
    static final Inline SCRIPT = resource("page.js");

    private static Inline resource(String name) {
        try (var in = Objects.requireNonNull(Inline.class.getResourceAsStream(name), name)) {
            return new Inline(new String(in.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Style variables for the organization's color. */
    static Inline of(BrandColor color) {
        return new Inline(":root{--brand:" + color.background() + ";--on-brand:" + color.foreground() + "}");
    }

    /** Hash source that allows exactly this text (Content Security Policy Level 3, section 8.3). */
    String source() {
        return "'sha256-" + Base64.getEncoder().encodeToString(Sha256.hash(text.getBytes(UTF_8))) + "'";
    }
}
