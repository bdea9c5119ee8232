package io.mdm.enrollment.web.page;

import java.util.List;

/**
 * Page with a message: the link cannot be used, or not now.
 *
 * @param about prefix of its keys in the wording
 * @param paragraphs text of the message
 * @param enroll URL of the form for address and code; empty where it would not help
 */
record MessagePage(PageLayout layout, String about, List<String> paragraphs, String enroll) {

    Page page(int status) {
        return Page.of(status, layout.color(), out -> JtemessageGenerated.render(out, Page.NO_INTERCEPTOR, this));
    }

    String title() {
        return layout.say(about + ".title");
    }
}
