package io.mdm.enrollment.domain.token;

import static io.mdm.enrollment.domain.Examples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.api.mail.Mail;
import io.mdm.enrollment.api.mail.MailState;
import io.mdm.enrollment.api.spi.RelayReply;
import io.mdm.enrollment.api.spi.SmtpStep;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.batch.EnrollmentBatches;
import io.mdm.enrollment.domain.delivery.DeliveryLane;
import io.mdm.enrollment.domain.delivery.InvitationChange;
import io.mdm.enrollment.domain.delivery.Invitations;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What everything that knows the invitations of tokens does. */
public abstract class TokenMailsContract {
    private final Organization organization = Examples.organization();

    protected abstract TokenMails mails();

    protected abstract EnrollmentBatches batches();

    protected abstract EnrollmentTokens tokens();

    protected abstract Invitations invitations();

    protected abstract void transactionally(Runnable work);

    @Test
    void tokens_of_several_batches_have_the_mails_that_were_promised_to_them() {
        var some = issue(List.of(0, 1));
        var others = issue(List.of(1));
        invitations()
                .store(
                        new DeliveryLane(organization.id(), some.get(0).batchId(), 0, 0, 2),
                        List.of(InvitationChange.sent(0, new RelayReply(SmtpStep.CONTENT, 250), NOW.plusSeconds(1))));

        var found = mails().ofAll(
                        organization.id(),
                        Stream.concat(some.stream(), others.stream()).toList());

        var queued = new Mail(MailState.QUEUED, 0, null, NOW, null, NOW);
        assertThat(found)
                .isEqualTo(Map.of(
                        some.get(0).id(), new Mail(MailState.SENT, 1, "250", NOW, NOW.plusSeconds(1), null),
                        some.get(1).id(), queued,
                        others.get(1).id(), queued));
    }

    @Test
    void another_organization_sees_none() {
        assertThat(mails().ofAll(Examples.id(), issue(List.of(0, 1)))).isEmpty();
    }

    @Test
    void no_token_has_no_mail() {
        assertThat(mails().ofAll(organization.id(), List.of())).isEmpty();
    }

    private List<EnrollmentToken> issue(List<Integer> invited) {
        EnrollmentBatch batch = Examples.batch(organization, Examples.settings(), 2);
        batch.conclude(2);
        var issued = Examples.tokens(batch, List.of(0, 1));
        transactionally(() -> {
            batches().add(batch, List.of());
            tokens().addAll(issued);
            invitations().addAll(batch, invited);
        });
        return issued;
    }
}
