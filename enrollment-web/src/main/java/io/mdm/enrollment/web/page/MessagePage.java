package io.mdm.enrollment.web.page;

import java.util.List;

/**
 * What a page says that offers nothing to do but to ask or to try again.
 *
 * @param about begins the keys of its words
 * @param paragraphs what it says
 * @param enroll where the form for address and code is; empty where it would not help
 */
record MessagePage(PageLayout layout, String about, List<String> paragraphs, String enroll) {

    Page page(int status) {
        return Page.of(status, layout.color(), out -> JtemessageGenerated.render(out, Page.UNWATCHED, this));
    }

    String title() {
        return layout.say(about + ".title");
    }
}
