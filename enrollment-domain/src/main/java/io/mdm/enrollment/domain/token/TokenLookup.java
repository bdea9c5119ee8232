package io.mdm.enrollment.domain.token;

import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.api.spi.WrongCode;
import io.mdm.enrollment.api.token.Proof;
import io.mdm.enrollment.api.token.TokenNotUsable;
import io.mdm.enrollment.api.token.TokenNotUsable.Reason;
import io.mdm.enrollment.domain.credential.CredentialFactory;
import io.mdm.enrollment.domain.credential.EnrollCode;
import io.mdm.enrollment.domain.credential.TokenCredential;
import io.mdm.enrollment.domain.recipient.LocalPart;
import io.mdm.enrollment.domain.recipient.Recipient;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Look-up of tokens by the proof that they are the caller's.
 *
 * <p>Wrong codes are counted, because codes are short, whatever the proof was shown for: a question that is not counted
 * could be asked until the answer is yes. An address without a token costs the same work as one with a token, one
 * comparison and one write, so that the time of the answer does not tell who was invited. What cannot be a code is
 * none, and counts nothing.
 */
@Dependent
class TokenLookup {
    private final EnrollmentTokens tokens;
    private final CredentialFactory credentials;
    private final Event<WrongCode> wrongCode;
    private final ModuleClock clock;

    @Inject
    TokenLookup(EnrollmentTokens tokens, CredentialFactory credentials, Event<WrongCode> wrongCode, ModuleClock clock) {
        this.tokens = tokens;
        this.credentials = credentials;
        this.wrongCode = wrongCode;
        this.clock = clock;
    }

    /**
     * The token, in whatever state.
     *
     * @param organizationId to which it has to belong, if given
     * @throws TokenNotUsable {@link Reason#UNKNOWN} or {@link Reason#REPLACED} when the proof proves nothing
     */
    EnrollmentToken token(Proof proof, Optional<String> organizationId) {
        return token(proof, organizationId, tokens::byId);
    }

    /** The same, and no other transaction may change it until this one ends. */
    EnrollmentToken tokenForUpdate(Proof proof, Optional<String> organizationId) {
        return token(proof, organizationId, tokens::byIdForUpdate);
    }

    /** The token of a credential, of whatever organization, together with the token's batch. */
    TokenWithBatch tokenWithBatch(Proof.Credential proof) {
        var credential = parsed(proof.value());
        var found = tokens.withBatch(credential.tokenId()).orElseThrow(TokenLookup::unknown);
        found.token().requireOpenedBy(credential, credentials);
        return found;
    }

    private EnrollmentToken token(
            Proof proof, Optional<String> organizationId, Function<String, Optional<EnrollmentToken>> lookUp) {
        if (proof instanceof Proof.Code code) {
            return coded(code, organizationId);
        }
        return linked(((Proof.Credential) proof).value(), organizationId, lookUp);
    }

    private EnrollmentToken linked(
            String text, Optional<String> organizationId, Function<String, Optional<EnrollmentToken>> lookUp) {
        var credential = parsed(text);
        var token = lookUp.apply(credential.tokenId())
                .filter(found ->
                        organizationId.map(found.organizationId()::equals).orElse(true))
                .orElseThrow(TokenLookup::unknown);
        token.requireOpenedBy(credential, credentials);
        return token;
    }

    private static TokenCredential parsed(String text) {
        return TokenCredential.parse(text).orElseThrow(TokenNotUsable::mistyped);
    }

    /** Two addresses may share a hash. */
    private EnrollmentToken coded(Proof.Code proof, Optional<String> organizationId) {
        var code = EnrollCode.parse(proof.enrollCode()).orElseThrow(TokenNotUsable::mistyped);
        var recipient = recipient(proof.email()).orElseThrow(TokenLookup::unknown);
        var invited = tokens.ofAddressForUpdate(recipient.hash(), organizationId).stream()
                .filter(token -> token.isFor(recipient))
                .toList();
        return opened(invited, code).orElseThrow(() -> wrongCodeFor(recipient, invited));
    }

    private Optional<EnrollmentToken> opened(List<EnrollmentToken> invited, EnrollCode code) {
        if (invited.isEmpty() && credentials.codeForNobody().equals(code)) {
            return Optional.empty();
        }
        var now = clock.instant();
        return invited.stream()
                .filter(token -> token.isOpenedBy(code, credentials, now))
                .findFirst();
    }

    private TokenNotUsable wrongCodeFor(Recipient recipient, List<EnrollmentToken> invited) {
        var now = clock.instant();
        var counted =
                invited.stream().filter(token -> token.countWrongCode(now)).toList();
        if (counted.isEmpty()) {
            tokens.countForNobody(recipient.hash());
        }
        int locked =
                (int) counted.stream().filter(token -> token.isCodeLocked(now)).count();
        wrongCode.fire(new WrongCode(locked));
        return unknown();
    }

    /** Whatever could be invited under any configuration. */
    private static Optional<Recipient> recipient(String email) {
        return Recipient.of(email, LocalPart.UTF8);
    }

    private static TokenNotUsable unknown() {
        return new TokenNotUsable(Reason.UNKNOWN);
    }
}
