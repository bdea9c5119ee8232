package io.mdm.enrollment.web.page;

import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.api.directory.WindowsEnterprise;
import io.mdm.enrollment.api.token.IssuedToken;
import io.mdm.enrollment.web.text.CleanText;
import io.mdm.enrollment.web.text.Isolation;
import java.util.Objects;
import java.util.Optional;

/**
 * Page of a usable link.
 *
 * @param deepLink link that opens the enrollment in Windows
 * @param server discovery URL, in case Windows asks for it
 * @param address URL of the form for address and code, to be typed
 */
record EnrollPage(PageLayout layout, Device device, IssuedToken token, String deepLink, String server, String address) {

    /** @param token including link and code */
    static EnrollPage of(
            PageRequest pageRequest, IssuedToken token, Organization inviter, String credential, String address) {
        var server =
                inviter.windowsEnterprise().map(WindowsEnterprise::serverName).orElseThrow();
        return new EnrollPage(
                PageLayout.of(pageRequest.language(Optional.of(token.language())), Optional.of(inviter)),
                pageRequest.device(),
                token,
                DeepLink.of(invited(token), server, credential),
                server,
                address);
    }

    Page page() {
        return Page.of(200, layout.color(), out -> JteenrollGenerated.render(out, Page.NO_INTERCEPTOR, this));
    }

    String title() {
        return device.mayEnroll()
                ? layout.say("enroll.title", Isolation.of(layout.inviterName()))
                : layout.say("other.title");
    }

    String email() {
        return invited(token);
    }

    String code() {
        return Objects.requireNonNull(token.enrollCode());
    }

    /** Name of the enrollment; empty for none. */
    String displayName() {
        var name = token.settings().displayName();
        return name == null ? "" : CleanText.singleLine(name);
    }

    String expiry() {
        return layout.say("expiry", layout.words().moment(token.expireAt(), layout.zone()));
    }

    /** Difference of the inviter's time to UTC when the link ends, in minutes. */
    int offset() {
        return layout.zone().getRules().getOffset(token.expireAt()).getTotalSeconds() / 60;
    }

    private static String invited(IssuedToken token) {
        return Objects.requireNonNull(token.email(), "a live token has its address");
    }
}
