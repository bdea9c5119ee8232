package io.mdm.enrollment.domain.retention;

import io.mdm.enrollment.api.ErasedPerson;
import io.mdm.enrollment.api.PersonErasure;
import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.domain.UseCase;
import io.mdm.enrollment.domain.audit.AuditTrail;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.batch.EnrollmentBatches;
import io.mdm.enrollment.domain.delivery.Invitations;
import io.mdm.enrollment.domain.delivery.SuppressionList;
import io.mdm.enrollment.domain.recipient.AddressPattern;
import io.mdm.enrollment.domain.recipient.LocalPart;
import io.mdm.enrollment.domain.recipient.Recipient;
import io.mdm.enrollment.domain.token.EnrollmentToken;
import io.mdm.enrollment.domain.token.EnrollmentTokens;
import io.mdm.enrollment.domain.token.ExpiredTokens;
import io.mdm.enrollment.domain.token.TokenEnds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Erasure in one transaction. It is audited even if nothing was found, as proof that the request was answered. */
@UseCase
@ApplicationScoped
class TransactionalPersonErasure implements PersonErasure {
    private final EnrollmentTokens tokens;
    private final EnrollmentBatches batches;
    private final Invitations invitations;
    private final SuppressionList suppressionList;
    private final PersonalTexts texts;
    private final ExpiredTokens expiredTokens;
    private final TokenEnds ends;
    private final AuditTrail audit;
    private final ModuleClock clock;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    TransactionalPersonErasure() {
        this(null, null, null, null, null, null, null, null, null);
    }

    @Inject
    TransactionalPersonErasure(
            EnrollmentTokens tokens,
            EnrollmentBatches batches,
            Invitations invitations,
            SuppressionList suppressionList,
            PersonalTexts texts,
            ExpiredTokens expiredTokens,
            TokenEnds ends,
            AuditTrail audit,
            ModuleClock clock) {
        this.tokens = tokens;
        this.batches = batches;
        this.invitations = invitations;
        this.suppressionList = suppressionList;
        this.texts = texts;
        this.expiredTokens = expiredTokens;
        this.ends = ends;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public ErasedPerson erase(String organizationId, String email) {
        var now = clock.instant();
        var person = Recipient.of(email, LocalPart.UTF8);
        var pattern = person.map(AddressPattern::of);
        // first: entities read before would overwrite it
        pattern.ifPresent(address -> texts.eraseSettings(organizationId, address));
        int rejections = texts.eraseRejected(organizationId, Recipient.hashOf(email), pattern);
        person.ifPresent(recipient -> suppressionList.remove(organizationId, recipient.hash()));
        var owned = person.map(recipient -> tokensOf(recipient, organizationId)).orElse(List.of());
        int live = (int) owned.stream().filter(token -> token.isLive(now)).count();
        owned.forEach(token -> erase(token, now));
        audit.erased(organizationId, owned.size());
        return new ErasedPerson(owned.size(), live, rejections);
    }

    private void erase(EnrollmentToken token, Instant now) {
        announceEnd(token, now);
        token.erasePerson(now);
        var batch = batches.find(token.organizationId(), token.batchId()).orElseThrow();
        invitations.withdraw(batch, token.batchIndex());
        if (isForOne(batch)) {
            batch.erasePersonalSettings();
            texts.eraseNotes(batch);
        }
    }

    /** Nobody announces the expiry of an erased token. */
    private void announceEnd(EnrollmentToken token, Instant now) {
        if (token.isLive(now)) {
            ends.revoked(token, now);
        } else if (token.hasExpired(now) && token.expireAt().isAfter(expiredTokens.takenUntil())) {
            ends.expired(token);
        }
    }

    /** The personal settings of a request that invited several people are not about one of them. */
    private static boolean isForOne(EnrollmentBatch batch) {
        return batch.total() == 1;
    }

    /** Two addresses may share a hash. */
    private List<EnrollmentToken> tokensOf(Recipient recipient, String organizationId) {
        return tokens.ofAddressForUpdate(recipient.hash(), Optional.of(organizationId)).stream()
                .filter(token -> token.isFor(recipient))
                .toList();
    }
}
