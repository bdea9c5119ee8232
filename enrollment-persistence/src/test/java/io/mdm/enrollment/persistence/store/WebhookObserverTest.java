package io.mdm.enrollment.persistence.store;

import static io.mdm.enrollment.domain.Examples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.mdm.enrollment.api.EnrollmentBatchCompleted;
import io.mdm.enrollment.api.EnrollmentTokenRedeemed;
import io.mdm.enrollment.api.InvitationFailed;
import io.mdm.enrollment.api.InvitationFailed.Reason;
import io.mdm.enrollment.api.InvitationSent;
import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.api.spi.RelayReply;
import io.mdm.enrollment.api.spi.SmtpStep;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.InMemoryEvent;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.delivery.DeliveryLane;
import io.mdm.enrollment.domain.delivery.InvitationChange;
import io.mdm.enrollment.domain.token.ExpiryJob;
import io.mdm.enrollment.domain.token.TokenEnds;
import io.mdm.enrollment.persistence.directory.Directories;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What webhooks are told of the module's events, and when. */
class WebhookObserverTest {
    private static final RelayReply TAKEN = new RelayReply(SmtpStep.CONTENT, 250);

    private final Stores stores = Stores.shared();
    private final Organization organization = Examples.organization();
    private final String batch = Examples.id();
    private final String token = Examples.id();
    private final WebhookObserver observer =
            new WebhookObserver(new WebhookOutbox(stores.database(), stores.transactions()));

    @BeforeEach
    void a_webhook_is_named() {
        Directories.create(stores.database());
        stores.database()
                .update(
                        "insert into mdm.webhook (id, organization_id, url, secret, events) values (?, ?, '', '', '*')",
                        Examples.id(),
                        organization.id());
    }

    @Test
    void a_mail_that_failed_tells_why_and_what_the_relay_replied() {
        stores.transactionally(() -> {
            observer.onFailed(failed(Reason.REFUSED, OptionalInt.of(550)));
            observer.onFailed(failed(Reason.SUPPRESSED, OptionalInt.of(551)));
            observer.onFailed(failed(Reason.UNDELIVERABLE, OptionalInt.empty()));
        });

        assertThat(written())
                .containsExactly(
                        "mdm.windows.invitation.failed {\"mailing\":2,\"reason\":\"refused\",\"reply\":550}",
                        "mdm.windows.invitation.failed {\"mailing\":2,\"reason\":\"suppressed\",\"reply\":551}",
                        "mdm.windows.invitation.failed {\"mailing\":2,\"reason\":\"undeliverable\",\"reply\":null}");
    }

    @Test
    void mails_redemptions_and_completions_tell_their_details() {
        stores.transactionally(() -> {
            observer.onSent(new InvitationSent(organization.id(), batch, token, 1, NOW));
            observer.onRedeemed(new EnrollmentTokenRedeemed(organization.id(), batch, token, "a device", NOW));
            observer.onCompleted(new EnrollmentBatchCompleted(organization.id(), batch, 5, 4, 3, 1, NOW));
        });

        assertThat(written())
                .containsExactly(
                        "mdm.windows.invitation.sent {\"mailing\":1}",
                        "mdm.windows.enrollmentToken.redeemed {\"winDeviceId\":\"a device\"}",
                        "mdm.windows.bulk.completed {\"total\":5,\"success\":4,\"fail\":1,\"sent\":3,\"failed\":1}");
    }

    /** Only what is fired within the transaction goes with it. */
    @Test
    void what_a_transaction_that_fails_has_announced_is_told_by_the_one_that_repeats_it() {
        var end = stores.expiredTokens().takenUntil().plusSeconds(1_000_000);
        var batch = promise(end);
        var lane = new DeliveryLane(organization.id(), batch.id(), 0, 0, 2);
        var job = new ExpiryJob(
                stores.expiredTokens(),
                new TokenEnds(new InMemoryEvent<>(), new InMemoryEvent<>(), new InMemoryEvent<>(observer::onExpired)),
                () -> end.plusSeconds(2));
        var invitations = new JdbcInvitations(stores.database(), new InMemoryEvent<>(this::observe));
        Runnable work = () -> {
            job.step();
            invitations.store(
                    lane,
                    List.of(
                            InvitationChange.sent(0, TAKEN, NOW)
                                    .announcedBy(new InvitationSent(organization.id(), batch.id(), token, 0, NOW)),
                            InvitationChange.failed(1, Optional.empty())
                                    .announcedBy(failed(Reason.UNDELIVERABLE, OptionalInt.empty()))));
        };

        assertThatIllegalStateException()
                .isThrownBy(() -> stores.transactionally(() -> {
                    work.run();
                    throw new IllegalStateException("the transaction fails");
                }));
        assertThat(written()).isEmpty();

        stores.transactionally(work);
        assertThat(written())
                .map(row -> row.replaceFirst(" .*", ""))
                .containsExactly(
                        "mdm.windows.enrollmentToken.expired",
                        "mdm.windows.invitation.sent",
                        "mdm.windows.invitation.failed");
    }

    /** Of two tokens, one of which expires. */
    private EnrollmentBatch promise(Instant end) {
        var batch = Examples.batch(organization, Examples.settings(), 2);
        var tokens = Examples.tokens(batch, Examples.upTo(2));
        tokens.get(0).extend(end, NOW);
        tokens.get(1).extend(end.plusSeconds(60), NOW);
        stores.transactionally(() -> {
            stores.batches().add(batch, List.of());
            stores.tokens().addAll(tokens);
            stores.invitations().addAll(batch, Examples.upTo(2));
        });
        return batch;
    }

    private void observe(Record event) {
        if (event instanceof InvitationSent sent) {
            observer.onSent(sent);
        } else if (event instanceof InvitationFailed failed) {
            observer.onFailed(failed);
        }
    }

    private InvitationFailed failed(Reason reason, OptionalInt reply) {
        return new InvitationFailed(organization.id(), batch, token, 2, reason, reply, NOW);
    }

    private List<String> written() {
        return stores.database()
                .query(
                        "select type || ' ' || coalesce(details, '') from enrollment.webhook_outbox where organization_id = ? order by id",
                        row -> row.getString(1),
                        organization.id());
    }
}
