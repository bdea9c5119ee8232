package io.mdm.enrollment.web.page;

import io.mdm.enrollment.api.TokenRedemption;
import io.mdm.enrollment.api.directory.MdmDirectory;
import io.mdm.enrollment.api.http.Paths;
import io.mdm.enrollment.api.token.IssuedToken;
import io.mdm.enrollment.api.token.PersonalLink;
import io.mdm.enrollment.api.token.Proof;
import io.mdm.enrollment.api.token.TokenNotUsable;
import io.mdm.enrollment.api.token.TokenNotUsable.Reason;
import io.mdm.enrollment.web.metric.RateLimited;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Objects;

/** Selection of the page for a request. */
@Dependent
class EnrollPages {
    private final TokenRedemption tokens;
    private final MdmDirectory directory;
    private final GuessLimit guesses;
    private final Event<RateLimited> rateLimited;

    @Inject
    EnrollPages(TokenRedemption tokens, MdmDirectory directory, GuessLimit guesses, Event<RateLimited> rateLimited) {
        this.tokens = tokens;
        this.directory = directory;
        this.guesses = guesses;
        this.rateLimited = rateLimited;
    }

    /**
     * Page of a personal link. Only a link with a right checksum that opens nothing counts as a guess: offices share an
     * address, and mail programs damage links.
     */
    Page ofLink(PageRequest pageRequest, String pasted) {
        var credential = Pasted.credential(pasted);
        if (credential.equals(PersonalLink.PREVIEW)) {
            return MessagePages.preview(PageLayout.of(pageRequest));
        }
        try {
            var token = tokens.open(new Proof.Credential(credential));
            var inviter = directory.organization(token.organizationId()).orElseThrow();
            var address = linkOf(token).entryPage().toString();
            return EnrollPage.of(pageRequest, token, inviter, credential, address)
                    .page();
        } catch (TokenNotUsable refused) {
            return refused.reason() == Reason.UNKNOWN ? unknown(pageRequest, refused) : ended(pageRequest, refused);
        }
    }

    Page form(PageRequest pageRequest) {
        return new CodeForm(PageLayout.of(pageRequest), pageRequest.enroll(), pageRequest.again()).page();
    }

    /**
     * Redirect to the personal link for an address and code, or to the form again, so that going back in the browser
     * sends nothing twice. A guess is taken before anything is looked up.
     */
    Page ofForm(PageRequest pageRequest, CodeFormBody typed) {
        var wait = guesses.take(pageRequest.network());
        if (!wait.isZero()) {
            return tooMany(pageRequest, wait);
        }
        try {
            var token = tokens.open(new Proof.Code(Pasted.address(typed.email()), typed.code()));
            guesses.giveBack(pageRequest.network());
            return Page.redirect(linkBelow(pageRequest.enroll(), linkOf(token)));
        } catch (TokenNotUsable refused) {
            if (refused.reason() != Reason.UNKNOWN || refused.isMistyped()) {
                guesses.giveBack(pageRequest.network());
            }
            return refused.reason() == Reason.UNKNOWN ? CodeForm.again(pageRequest) : ended(pageRequest, refused);
        }
    }

    private Page unknown(PageRequest pageRequest, TokenNotUsable refused) {
        var wait = refused.isMistyped() ? Duration.ZERO : guesses.take(pageRequest.network());
        return wait.isZero()
                ? MessagePages.unknown(PageLayout.of(pageRequest), pageRequest.enroll())
                : tooMany(pageRequest, wait);
    }

    private Page tooMany(PageRequest pageRequest, Duration wait) {
        rateLimited.fire(RateLimited.GUESSES);
        return MessagePages.tooMany(PageLayout.of(pageRequest)).after(wait);
    }

    private Page ended(PageRequest pageRequest, TokenNotUsable refused) {
        var inviter = refused.inviter();
        return MessagePages.ended(
                PageLayout.of(
                        pageRequest.language(inviter.map(TokenNotUsable.Inviter::language)),
                        inviter.flatMap(who -> directory.organization(who.organizationId()))),
                refused);
    }

    private static PersonalLink linkOf(IssuedToken token) {
        return Objects.requireNonNull(token.enrollmentLink(), "a live token has its link");
    }

    /** Beside the form, whatever the address is under which the reader sees it. */
    private static String linkBelow(String enroll, PersonalLink link) {
        return enroll.equals(Paths.ENROLL) ? enroll + "/" + link.credential() : enroll + link.credential();
    }
}
