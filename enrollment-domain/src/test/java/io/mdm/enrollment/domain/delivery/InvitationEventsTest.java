package io.mdm.enrollment.domain.delivery;

import static io.mdm.enrollment.domain.Examples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.InvitationFailed;
import io.mdm.enrollment.api.InvitationFailed.Reason;
import io.mdm.enrollment.api.InvitationSent;
import io.mdm.enrollment.api.spi.RelayReply;
import io.mdm.enrollment.api.spi.SmtpStep;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import java.time.Instant;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Events of invitations that were sent or failed, and the completion of their batch. */
class InvitationEventsTest {
    private static final RelayReply NO_MAILBOX = new RelayReply(SmtpStep.RCPT, 550, "5.1.1");
    private static final RelayReply BUSY = new RelayReply(SmtpStep.RCPT, 450, "4.2.1");

    private final DeliveryFixture fixture = new DeliveryFixture();

    @Test
    void each_mail_that_the_relay_takes_is_announced() {
        var batch = fixture.promise(2);

        fixture.run(batch);

        assertThat(fixture.invitations.announced()).containsExactly(sent(batch, 0), sent(batch, 1));
        assertThat(fixture.completed).containsExactly(batch.id());
    }

    @Test
    void a_refused_mail_is_announced_and_the_next_one_to_that_mailbox_as_suppressed() {
        fixture.mailer.script("person0@acme.example", invitation -> NO_MAILBOX);
        var refused = fixture.promise(1);
        var suppressed = fixture.promise(1);

        fixture.run(refused);
        fixture.run(suppressed);

        assertThat(fixture.invitations.announced())
                .containsExactly(
                        failed(refused, Reason.REFUSED, OptionalInt.of(550), NOW),
                        failed(suppressed, Reason.SUPPRESSED, OptionalInt.of(550), NOW));
        assertThat(fixture.completed).containsExactly(refused.id(), suppressed.id());
    }

    @Test
    void a_deferred_mail_is_announced_when_it_is_given_up() {
        fixture.mailer.answerAll(invitation -> BUSY);
        var batch = fixture.promise(1);

        fixture.run(batch);
        assertThat(fixture.invitations.announced()).isEmpty();
        assertThat(fixture.completed).isEmpty();

        var end = fixture.runToTheEnd(batch);
        assertThat(fixture.invitations.announced())
                .containsExactly(failed(batch, Reason.UNDELIVERABLE, OptionalInt.of(450), end));
        assertThat(fixture.completed).containsExactly(batch.id());
    }

    @Test
    void a_mail_that_is_no_longer_wanted_has_not_failed() {
        var batch = fixture.promise(1);
        fixture.token(batch, 0).revoke(NOW);

        fixture.run(batch);

        assertThat(fixture.invitations.announced()).isEmpty();
        assertThat(fixture.completed).containsExactly(batch.id());
    }

    private InvitationSent sent(EnrollmentBatch batch, int index) {
        return new InvitationSent(
                batch.organizationId(), batch.id(), fixture.token(batch, index).id(), 0, NOW);
    }

    private InvitationFailed failed(EnrollmentBatch batch, Reason reason, OptionalInt reply, Instant at) {
        return new InvitationFailed(
                batch.organizationId(), batch.id(), fixture.token(batch, 0).id(), 0, reason, reply, at);
    }
}
