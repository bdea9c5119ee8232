package io.mdm.enrollment.web.mail.content;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;

/** HTML of an invitation, for mail programs that show HTML. */
public final class InvitationHtml {
    private static final int INITIAL_CAPACITY = 16_384;

    private InvitationHtml() {}

    @SuppressWarnings("NullAway") // no interceptor, which jte allows without saying so
    public static String of(InvitationContent content) {
        var html = new StringOutput(INITIAL_CAPACITY);
        JteinvitationGenerated.render(new OwaspHtmlTemplateOutput(html), null, content);
        return html.toString();
    }
}
