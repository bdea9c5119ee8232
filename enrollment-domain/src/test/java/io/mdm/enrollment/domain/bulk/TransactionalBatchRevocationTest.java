package io.mdm.enrollment.domain.bulk;

import static io.mdm.enrollment.domain.Examples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mdm.enrollment.api.EnrollmentException;
import io.mdm.enrollment.api.EnrollmentProblem;
import io.mdm.enrollment.api.EnrollmentTokenRevoked;
import io.mdm.enrollment.api.RevokedBatch;
import io.mdm.enrollment.api.audit.AuditAction;
import io.mdm.enrollment.api.mail.Mail;
import io.mdm.enrollment.api.mail.MailState;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.token.DeviceId;
import io.mdm.enrollment.domain.token.RecordedTokenEnds;
import io.mdm.enrollment.domain.token.TokenState;
import org.junit.jupiter.api.Test;

class TransactionalBatchRevocationTest {
    private final BulkFixture bulks = new BulkFixture();
    private final RecordedTokenEnds ends = new RecordedTokenEnds();
    private final TransactionalBatchRevocation revocation = new TransactionalBatchRevocation(
            bulks.batches, bulks.batchTokens, bulks.invitations, bulks.audit, ends.ends(), bulks.clock);

    @Test
    void pending_tokens_are_revoked_and_used_ones_stay() {
        var batch = bulks.bulk(3);
        bulks.token(batch, 1).redeem(DeviceId.of(Examples.id()), NOW);

        assertThat(revocation.revoke(batch.organizationId(), batch.id())).isEqualTo(new RevokedBatch(3, 2));

        assertThat(Examples.upTo(3))
                .extracting(index -> bulks.token(batch, index).state())
                .containsExactly(TokenState.DELETED, TokenState.DONE, TokenState.DELETED);
        assertThat(bulks.audited()).containsExactly(AuditAction.REVOKED);
        assertThat(ends.revoked())
                .extracting(EnrollmentTokenRevoked::tokenId)
                .containsExactlyInAnyOrder(
                        bulks.token(batch, 0).id(), bulks.token(batch, 2).id());
    }

    @Test
    void invitations_that_have_not_been_sent_are_abandoned() {
        var batch = bulks.bulk(3);

        revocation.revoke(batch.organizationId(), batch.id());

        assertThat(Examples.upTo(3))
                .extracting(index ->
                        bulks.invitations.mail(batch, index).map(Mail::state).orElseThrow())
                .containsOnly(MailState.FAILED);
    }

    @Test
    void repeating_it_changes_nothing() {
        var batch = bulks.bulk(2);
        revocation.revoke(batch.organizationId(), batch.id());

        assertThat(revocation.revoke(batch.organizationId(), batch.id())).isEqualTo(new RevokedBatch(2, 0));
        assertThat(bulks.audited()).hasSize(1);
        assertThat(ends.revoked()).hasSize(2);
    }

    @Test
    void another_organization_has_no_such_batch() {
        var batch = bulks.bulk(1);

        assertThatExceptionOfType(EnrollmentException.class)
                .isThrownBy(() -> revocation.revoke(Examples.id(), batch.id()))
                .extracting(EnrollmentException::problem)
                .isEqualTo(EnrollmentProblem.ENTITY_NOT_FOUND);
        assertThat(bulks.token(batch, 0).state()).isEqualTo(TokenState.PENDING);
    }
}
