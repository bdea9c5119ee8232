package io.mdm.enrollment.domain.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.EnrollmentTokenExpired;
import io.mdm.enrollment.api.EnrollmentTokenRevoked;
import io.mdm.enrollment.api.ErasedPerson;
import io.mdm.enrollment.api.audit.AuditAction;
import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.api.mail.MailState;
import io.mdm.enrollment.api.report.RecipientOutcome;
import io.mdm.enrollment.api.spi.RelayReply;
import io.mdm.enrollment.api.spi.SmtpStep;
import io.mdm.enrollment.api.token.EnrollmentSettings;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.StoppedClock;
import io.mdm.enrollment.domain.audit.AuditEntry;
import io.mdm.enrollment.domain.audit.AuditTrail;
import io.mdm.enrollment.domain.audit.InMemoryAuditEntries;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.batch.InMemoryEnrollmentBatches;
import io.mdm.enrollment.domain.batch.Rejection;
import io.mdm.enrollment.domain.delivery.InMemoryInvitations;
import io.mdm.enrollment.domain.delivery.InMemorySuppressionList;
import io.mdm.enrollment.domain.recipient.LocalPart;
import io.mdm.enrollment.domain.recipient.Recipient;
import io.mdm.enrollment.domain.token.DeviceId;
import io.mdm.enrollment.domain.token.EnrollmentToken;
import io.mdm.enrollment.domain.token.InMemoryEnrollmentTokens;
import io.mdm.enrollment.domain.token.InMemoryExpiredTokens;
import io.mdm.enrollment.domain.token.RecordedTokenEnds;
import io.mdm.enrollment.domain.token.TokenState;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TransactionalPersonErasureTest {
    private static final String ANA = "person0@acme.example";

    private final InMemoryEnrollmentTokens tokens = new InMemoryEnrollmentTokens();
    private final InMemoryEnrollmentBatches batches = new InMemoryEnrollmentBatches();
    private final InMemoryInvitations invitations = new InMemoryInvitations();
    private final InMemorySuppressionList suppressionList = new InMemorySuppressionList();
    private final InMemoryAuditEntries audit = new InMemoryAuditEntries();
    private final StoppedClock clock = new StoppedClock(Examples.NOW);
    private final RecordedTokenEnds ends = new RecordedTokenEnds();
    private final TransactionalPersonErasure erasure = new TransactionalPersonErasure(
            tokens,
            batches,
            invitations,
            suppressionList,
            new InMemoryPersonalTexts(batches),
            new InMemoryExpiredTokens(tokens, Examples.NOW),
            ends.ends(),
            new AuditTrail(audit, () -> Optional.of("admin"), clock),
            clock);
    private final Organization organization = Examples.organization();

    @Test
    void a_live_token_is_taken_back_and_its_mail_stopped() {
        var batch = batch(organization, Examples.settings(), 2);
        var token = token(batch, 0);
        var neighbor = token(batch, 1);
        invitations.addAll(batch, List.of(0, 1));

        assertThat(erase(ANA)).isEqualTo(new ErasedPerson(1, 1, 0));

        assertThat(token.state()).isEqualTo(TokenState.DELETED);
        assertThat(token.email()).isEmpty();
        assertThat(token.addressHash()).isEmpty();
        assertThat(token.mdmUserId()).isEmpty();
        assertThat(invitations.mail(batch, 0).orElseThrow().state()).isEqualTo(MailState.FAILED);
        assertThat(neighbor.isLive(clock.instant())).isTrue();
        assertThat(neighbor.email()).isPresent();
        assertThat(invitations.mail(batch, 1).orElseThrow().state()).isEqualTo(MailState.QUEUED);
    }

    @Test
    void the_end_of_a_token_is_announced_before_nobody_finds_it_any_more() {
        var live = token(batch(organization, Examples.settings(), 1), 0);
        erase(ANA);
        assertThat(ends.revoked()).extracting(EnrollmentTokenRevoked::tokenId).containsExactly(live.id());

        var expired = token(batch(organization, Examples.settings(), 1), 0);
        clock.set(expired.expireAt());
        erase(ANA);
        assertThat(ends.expired()).extracting(EnrollmentTokenExpired::tokenId).containsExactly(expired.id());
        assertThat(ends.revoked()).hasSize(1);
    }

    @Test
    void that_a_relay_refused_the_address_is_forgotten() {
        long hash = Recipient.of(ANA, LocalPart.UTF8).orElseThrow().hash();
        suppressionList.add(organization.id(), hash, new RelayReply(SmtpStep.RCPT, 550), Examples.NOW);

        erase(ANA);

        assertThat(suppressionList.among(organization.id(), List.of(hash))).isEmpty();
    }

    @Test
    void a_redeemed_token_stays_redeemed() {
        var token = token(batch(organization, Examples.settings(), 1), 0);
        var device = DeviceId.of(Examples.id());
        token.redeem(device, Examples.NOW);

        assertThat(erase(ANA)).isEqualTo(new ErasedPerson(1, 0, 0));
        assertThat(token.state()).isEqualTo(TokenState.DONE);
        assertThat(token.winDeviceId()).contains(device.hex());
        assertThat(token.email()).isEmpty();
    }

    @Test
    void names_are_erased_where_they_were_for_this_person_alone() {
        var alone = batch(organization, Examples.fullSettings(), 1);
        var shared = batch(organization, Examples.fullSettings(), 2);
        token(alone, 0);
        var changed = token(shared, 0);
        changed.change(Examples.fullSettings(), Examples.NOW);

        erase(ANA);

        assertThat(alone.settings()).isEqualTo(Examples.fullSettings().impersonal());
        assertThat(shared.settings()).isEqualTo(Examples.fullSettings());
        assertThat(changed.settings(shared))
                .as("the text of the mail is shared with others")
                .isEqualTo(Examples.fullSettings().withDisplayName(null));
    }

    @Test
    void an_address_counts_in_any_form_also_where_it_was_rejected() {
        var batch = Examples.batch(organization, Examples.settings(), 6);
        batches.add(
                batch,
                List.of(
                        new Rejection(1, "PERSON0@acme.example", RecipientOutcome.DUPLICATE),
                        new Rejection(2, "No Address", RecipientOutcome.INVALID),
                        new Rejection(3, "Person 0 <person0@Acme.Example>", RecipientOutcome.INVALID),
                        new Rejection(4, "per\u00adson0@ac\u200bme.example", RecipientOutcome.INVALID),
                        new Rejection(5, "another.person0@acme.example", RecipientOutcome.QUOTA)));
        token(batch, 0);

        assertThat(erase(" Person0@ACME.example ")).isEqualTo(new ErasedPerson(1, 1, 3));
        assertThat(erase("no address")).isEqualTo(new ErasedPerson(0, 0, 1));
    }

    @Test
    void other_organizations_keep_theirs() {
        var other = Examples.organization();
        var token = token(batch(other, Examples.settings(), 1), 0);

        assertThat(erase(ANA)).isEqualTo(new ErasedPerson(0, 0, 0));
        assertThat(token.isLive(clock.instant())).isTrue();
        assertThat(token.email()).contains(ANA);
    }

    @Test
    void every_request_is_recorded_and_a_repeated_one_finds_nothing() {
        token(batch(organization, Examples.settings(), 1), 0);

        erase(ANA);
        assertThat(erase(ANA)).isEqualTo(new ErasedPerson(0, 0, 0));
        assertThat(audit.all()).extracting(AuditEntry::action).containsOnly(AuditAction.ERASED);
        assertThat(audit.all()).extracting(AuditEntry::tokens).containsExactly(1, 0);
        assertThat(audit.all()).extracting(AuditEntry::actor).containsOnly(Optional.of("admin"));
    }

    private ErasedPerson erase(String email) {
        return erasure.erase(organization.id(), email);
    }

    private EnrollmentBatch batch(Organization of, EnrollmentSettings settings, int total) {
        var batch = Examples.batch(of, settings, total);
        batches.add(batch, List.of());
        return batch;
    }

    private EnrollmentToken token(EnrollmentBatch batch, int index) {
        var token = Examples.tokens(batch, List.of(index)).get(0);
        tokens.addAll(List.of(token));
        return token;
    }
}
