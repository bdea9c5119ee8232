package io.mdm.enrollment.web.page;

/**
 * What the page says on which address and code are typed.
 *
 * @param enroll where it is sent
 * @param email what was typed before, empty for nothing
 * @param wrong whether that opened nothing
 */
record CodeForm(PageLayout layout, String enroll, String email, boolean wrong) {

    Page page() {
        return Page.of(wrong ? 404 : 200, layout.color(), out -> JteformGenerated.render(out, Page.UNWATCHED, this));
    }
}
