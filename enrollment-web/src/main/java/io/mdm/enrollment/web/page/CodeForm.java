package io.mdm.enrollment.web.page;

import java.util.Optional;

/**
 * Page with the form for address and code.
 *
 * @param enroll URL that the form is sent to
 * @param wrong whether the address and code sent before were not accepted
 */
record CodeForm(PageLayout layout, String enroll, boolean wrong) {

    Page page() {
        return Page.of(200, layout.color(), out -> JteformGenerated.render(out, Page.NO_INTERCEPTOR, this));
    }

    /** Redirect to the form after an address and code that were not accepted. */
    static Page again(PageRequest pageRequest) {
        var language = pageRequest.language(Optional.empty()).tag();
        return Page.redirect(pageRequest.enroll() + "?lang=" + language + "&again");
    }
}
