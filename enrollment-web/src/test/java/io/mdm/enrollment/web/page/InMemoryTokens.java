package io.mdm.enrollment.web.page;

import io.mdm.enrollment.api.TokenRedemption;
import io.mdm.enrollment.api.token.IssuedToken;
import io.mdm.enrollment.api.token.Language;
import io.mdm.enrollment.api.token.Proof;
import io.mdm.enrollment.api.token.TokenNotUsable;
import io.mdm.enrollment.api.token.TokenNotUsable.Inviter;
import io.mdm.enrollment.api.token.TokenNotUsable.Reason;
import java.util.Optional;

/** One token, and how often it was asked for. */
final class InMemoryTokens implements TokenRedemption {
    private final IssuedToken token;
    private Optional<Reason> end = Optional.empty();
    private int questions;

    InMemoryTokens(IssuedToken token) {
        this.token = token;
    }

    InMemoryTokens ended(Reason reason) {
        end = Optional.of(reason);
        return this;
    }

    int questions() {
        return questions;
    }

    @Override
    public IssuedToken open(Proof.Credential credential) {
        return opened(credential);
    }

    @Override
    public IssuedToken open(Proof.Code code) {
        return opened(code);
    }

    private IssuedToken opened(Proof proof) {
        questions++;
        if (!proof.equals(new Proof.Credential(PageExamples.CREDENTIAL))
                && !proof.equals(new Proof.Code(PageExamples.ADDRESS, PageExamples.CODE))) {
            throw isMistyped(proof) ? TokenNotUsable.mistyped() : new TokenNotUsable(Reason.UNKNOWN);
        }
        end.ifPresent(reason -> {
            throw new TokenNotUsable(
                    reason,
                    new Inviter(PageExamples.ORGANIZATION, Language.ES),
                    reason == Reason.REPLACED ? null : PageExamples.NOW);
        });
        return token;
    }

    /** What the checksum tells of a real link, and the length of a real code. */
    private static boolean isMistyped(Proof proof) {
        return proof instanceof Proof.Credential credential
                ? !credential.value().startsWith(PageExamples.FORGED)
                : ((Proof.Code) proof).enrollCode().isEmpty();
    }

    @Override
    public IssuedToken verify(Proof proof) {
        throw new UnsupportedOperationException();
    }

    @Override
    public IssuedToken verify(Proof proof, Optional<String> organizationId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public IssuedToken redeem(Proof proof, String winDeviceId) {
        throw new UnsupportedOperationException("a page redeems nothing");
    }

    @Override
    public IssuedToken redeem(Proof proof, Optional<String> organizationId, String winDeviceId) {
        throw new UnsupportedOperationException("a page redeems nothing");
    }
}
