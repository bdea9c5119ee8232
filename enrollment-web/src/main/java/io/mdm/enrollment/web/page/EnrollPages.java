package io.mdm.enrollment.web.page;

import io.mdm.enrollment.api.TokenRedemption;
import io.mdm.enrollment.api.directory.MdmDirectory;
import io.mdm.enrollment.api.http.Paths;
import io.mdm.enrollment.api.spi.ModuleConfiguration;
import io.mdm.enrollment.api.token.Proof;
import io.mdm.enrollment.api.token.TokenNotUsable;
import io.mdm.enrollment.api.token.TokenNotUsable.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Optional;

/** Decides which page a reader is shown. */
@ApplicationScoped
class EnrollPages {
    @Inject
    TokenRedemption tokens;

    @Inject
    MdmDirectory directory;

    @Inject
    ModuleConfiguration configuration;

    @Inject
    GuessLimit guesses;

    /** The page behind a personal link. Only a wrong one counts as a guess: offices share an address. */
    Page ofLink(Visit visit, String credential) {
        try {
            var token = tokens.open(new Proof.Credential(credential));
            var inviter = directory.organization(token.organizationId()).orElseThrow();
            return Live.of(visit, token, inviter, credential, configuration.linkBase() + "/" + Paths.ENROLL)
                    .page();
        } catch (TokenNotUsable refused) {
            return refused.reason() == Reason.UNKNOWN ? unknown(visit) : ended(visit, refused);
        }
    }

    Page form(Visit visit) {
        return new Form(frame(visit), visit.enroll(), "", false).page();
    }

    /** What was typed leads to the personal link; a guess is taken before anything is looked up. */
    Page ofForm(Visit visit, FormBody typed) {
        var wait = guesses.take(visit.network());
        if (!wait.isZero()) {
            return Notices.tooMany(frame(visit)).after(wait);
        }
        try {
            var token = tokens.open(new Proof.Code(typed.email(), typed.code()));
            guesses.giveBack(visit.network());
            return Page.elsewhere(linkBelow(visit.enroll(), Objects.requireNonNull(token.enrollmentLink())));
        } catch (TokenNotUsable refused) {
            if (refused.reason() == Reason.UNKNOWN) {
                return new Form(frame(visit), visit.enroll(), typed.email(), true).page();
            }
            guesses.giveBack(visit.network());
            return ended(visit, refused);
        }
    }

    private Page unknown(Visit visit) {
        var wait = guesses.take(visit.network());
        return wait.isZero()
                ? Notices.unknown(frame(visit), visit.enroll())
                : Notices.tooMany(frame(visit)).after(wait);
    }

    private Page ended(Visit visit, TokenNotUsable refused) {
        var inviter = refused.inviter();
        return Notices.ended(
                Frame.of(
                        visit.language(inviter.map(TokenNotUsable.Inviter::language)),
                        inviter.flatMap(who -> directory.organization(who.organizationId()))),
                refused.reason());
    }

    private static Frame frame(Visit visit) {
        return Frame.of(visit.language(Optional.empty()), Optional.empty());
    }

    /** Beside the form, whatever the address is under which the reader sees it. */
    private static String linkBelow(String enroll, String link) {
        var credential = link.substring(link.lastIndexOf('/') + 1);
        return enroll.equals(Paths.ENROLL) ? enroll + "/" + credential : enroll + credential;
    }
}
