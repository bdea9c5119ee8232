package io.mdm.enrollment.web.mail;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;

/** An invitation for mail programs that show HTML. */
final class InvitationHtml {
    private static final int INITIAL_CAPACITY = 16_384;

    private InvitationHtml() {}

    @SuppressWarnings("NullAway") // no interceptor, which jte allows without saying so
    static String of(InvitationContent content) {
        var html = new StringOutput(INITIAL_CAPACITY);
        JteinvitationGenerated.render(new OwaspHtmlTemplateOutput(html), null, content);
        return html.toString();
    }
}
