package io.mdm.enrollment.web.page;

/**
 * Page with the form for address and code.
 *
 * @param enroll URL that the form is sent to
 * @param email address typed before; empty at first
 * @param wrong whether the address and code typed before were not accepted
 */
record CodeForm(PageLayout layout, String enroll, String email, boolean wrong) {

    Page page() {
        return Page.of(
                wrong ? 404 : 200, layout.color(), out -> JteformGenerated.render(out, Page.NO_INTERCEPTOR, this));
    }
}
