package io.mdm.enrollment.domain.issuance;

import static io.mdm.enrollment.domain.Examples.NOW;
import static io.mdm.enrollment.domain.Examples.addresses;
import static io.mdm.enrollment.domain.Examples.settings;
import static io.mdm.enrollment.domain.Examples.silentSettings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mdm.enrollment.api.BatchReceipt;
import io.mdm.enrollment.api.CheckedBatch.AddressFault;
import io.mdm.enrollment.api.CheckedBatch.CheckedRecipient;
import io.mdm.enrollment.api.EnrollmentBatchCompleted;
import io.mdm.enrollment.api.EnrollmentBatchCreated;
import io.mdm.enrollment.api.EnrollmentException;
import io.mdm.enrollment.api.EnrollmentProblem;
import io.mdm.enrollment.api.EnrollmentTokenCreated;
import io.mdm.enrollment.api.EnrollmentTokenRevoked;
import io.mdm.enrollment.api.IdempotencyKey;
import io.mdm.enrollment.api.IssueTokens;
import io.mdm.enrollment.api.LimitReached;
import io.mdm.enrollment.api.OnPending;
import io.mdm.enrollment.api.SendTimeRefused;
import io.mdm.enrollment.api.audit.AuditAction;
import io.mdm.enrollment.api.directory.MdmUser;
import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.api.mail.MailState;
import io.mdm.enrollment.api.report.RecipientOutcome;
import io.mdm.enrollment.api.token.EnrollmentSettings;
import io.mdm.enrollment.api.token.Language;
import io.mdm.enrollment.api.token.Particulars;
import io.mdm.enrollment.api.token.PolicyAssignment;
import io.mdm.enrollment.api.token.TokenChanges;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.InMemoryEvent;
import io.mdm.enrollment.domain.InMemoryMdmDirectory;
import io.mdm.enrollment.domain.StoppedClock;
import io.mdm.enrollment.domain.audit.AuditTrail;
import io.mdm.enrollment.domain.audit.InMemoryAuditEntries;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.batch.InMemoryEnrollmentBatches;
import io.mdm.enrollment.domain.batch.Rejection;
import io.mdm.enrollment.domain.batch.SettingsCheck;
import io.mdm.enrollment.domain.credential.SaltSource;
import io.mdm.enrollment.domain.delivery.BatchReminders;
import io.mdm.enrollment.domain.delivery.InMemoryDeliveries;
import io.mdm.enrollment.domain.delivery.InMemoryInvitations;
import io.mdm.enrollment.domain.delivery.InMemoryMailings;
import io.mdm.enrollment.domain.delivery.InMemoryReminders;
import io.mdm.enrollment.domain.delivery.Outbox;
import io.mdm.enrollment.domain.delivery.Reminder;
import io.mdm.enrollment.domain.idempotency.Idempotency;
import io.mdm.enrollment.domain.idempotency.InMemoryIdempotencyRecords;
import io.mdm.enrollment.domain.token.DeviceId;
import io.mdm.enrollment.domain.token.EnrollmentToken;
import io.mdm.enrollment.domain.token.InMemoryEnrollmentTokens;
import io.mdm.enrollment.domain.token.InMemoryHeldTokens;
import io.mdm.enrollment.domain.token.RecordedTokenEnds;
import io.mdm.enrollment.domain.token.RemainingQuota;
import io.mdm.enrollment.domain.token.TokenState;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TransactionalTokenIssuanceTest {
    private static final String POLICY = Examples.id();
    private static final String UNKNOWN = Examples.id();

    /** The second does not fit into a day. */
    private static final List<Duration> REMINDERS =
            List.of(Duration.ofHours(2), Duration.ofDays(1).minusSeconds(899));

    private final InMemoryAuditEntries audit = new InMemoryAuditEntries();
    private final InMemoryMdmDirectory directory = new InMemoryMdmDirectory();
    private final InMemoryEnrollmentBatches batches = new InMemoryEnrollmentBatches();
    private final InMemoryEnrollmentTokens tokens = new InMemoryEnrollmentTokens();
    private final InMemoryInvitations invitations = new InMemoryInvitations();
    private final InMemoryReminders reminders = new InMemoryReminders(batches);
    private final InMemoryDeliveries deliveries = new InMemoryDeliveries();
    private final InMemoryEvent<EnrollmentBatchCreated> batchCreated = new InMemoryEvent<>();
    private final InMemoryEvent<EnrollmentTokenCreated> tokenCreated = new InMemoryEvent<>();
    private final InMemoryEvent<EnrollmentBatchCompleted> batchCompleted = new InMemoryEvent<>();
    private final RecordedTokenEnds ends = new RecordedTokenEnds();
    private final StoppedClock clock = new StoppedClock(NOW);
    private final InMemoryHourlyRecipients hourlyRecipients = new InMemoryHourlyRecipients(clock);
    private final BatchCreation creation = new BatchCreation(
            new TokenFactory(directory, Examples.credentials(), new SaltSource()),
            batches,
            tokens,
            new Outbox(invitations, new InMemoryMailings(), deliveries, deliveries, new InMemoryEvent<>()),
            new AuditTrail(audit, () -> Optional.of("admin@acme.example"), clock),
            batchCreated,
            tokenCreated,
            batchCompleted);
    private Optional<Organization> admitted = Optional.empty();
    private final TransactionalTokenIssuance issuance = new TransactionalTokenIssuance(
            () -> admitted,
            directory,
            new SettingsCheck(directory),
            new Idempotency(new InMemoryIdempotencyRecords(), Examples.retention(), clock),
            new RemainingQuota(directory, tokens),
            new Replacement(
                    new InMemoryHeldTokens(tokens),
                    invitations,
                    new AuditTrail(audit, () -> Optional.of("admin@acme.example"), clock),
                    ends.ends()),
            new RecipientLimit(hourlyRecipients, Examples.configurationWithHourlyRecipients(600)),
            creation,
            new BatchReminders(reminders, tokens, Examples.configurationWithReminders(REMINDERS), clock),
            Examples.configuration(),
            clock);
    private final Organization organization = Examples.organization();
    private final Organization small = Examples.organization(OptionalInt.of(3));

    @BeforeEach
    void add() {
        var ana = new MdmUser(Examples.id(), Language.ES);
        directory.add(organization, Set.of(POLICY), Set.of(1L), Map.of("ana@acme.example", ana));
        directory.add(small);
    }

    @Test
    void counts_always_add_up() {
        var receipt =
                issue(organization, settings(), "ana@acme.example", "nobody", "ANA@acme.example", "bob@acme.example");

        assertThat(receipt).isEqualTo(new BatchReceipt(Optional.of(batch().id()), 4, 2, 2, BatchReceipt.Origin.FRESH));
        assertThat(batch().total()).isEqualTo(4);
        assertThat(batch().success()).isEqualTo(2);
        assertThat(batch().createdBy()).isEqualTo("admin@acme.example");
        assertThat(batches.rejections(batch().id()))
                .containsExactly(
                        new Rejection(1, "nobody", RecipientOutcome.INVALID),
                        new Rejection(2, "ANA@acme.example", RecipientOutcome.DUPLICATE));
    }

    @Test
    void every_admitted_recipient_gets_a_token_an_invitation_and_one_event_without_the_address() {
        issue(organization, settings(), "nobody", "Ana@acme.example", "bob@acme.example");

        var issued = issued();
        assertThat(issued).extracting(EnrollmentToken::batchIndex).containsExactly(1, 2);
        assertThat(issued).extracting(EnrollmentToken::language).containsExactly(Language.ES, Language.EN);
        assertThat(issued.get(0).mdmUserId()).isPresent();
        assertThat(invitations.mail(batch(), 0)).isEmpty();
        assertThat(invitations.mail(batch(), 1)).isPresent();
        assertThat(invitations.mail(batch(), 2)).isPresent();
        assertThat(deliveries.lanes()).hasSize(1);
        assertThat(deliveries.wakeUps()).isEqualTo(1);
        assertThat(tokenCreated.fired())
                .containsExactlyElementsOf(issued.stream()
                        .map(token -> new EnrollmentTokenCreated(organization.id(), batch().id(), token.id(), NOW))
                        .toList());
        assertThat(tokenCreated.fired().toString()).doesNotContain("@");
    }

    @Test
    void a_user_is_known_however_caller_and_directory_write_the_domain() {
        var users = Map.of(
                "a@xn--bcher-kva.example", new MdmUser(Examples.id(), null),
                "b@b\u00fccher.example", new MdmUser(Examples.id(), null),
                "c@acme.example", new MdmUser(Examples.id(), null));
        directory.add(organization, Set.of(), Set.of(), users);

        issue(
                organization,
                settings(),
                "A@B\u00dcCHER.example",
                "b@xn--bcher-kva.example",
                "\u200bc@acme.example\u00a0");

        assertThat(issued())
                .extracting(token -> token.email().orElseThrow())
                .containsExactly("A@xn--bcher-kva.example", "b@xn--bcher-kva.example", "c@acme.example");
        assertThat(issued())
                .extracting(token -> token.mdmUserId().orElseThrow())
                .containsExactlyInAnyOrderElementsOf(
                        users.values().stream().map(MdmUser::id).toList());
    }

    @Test
    void the_organization_of_the_request_is_not_looked_up_again_but_no_other_is_taken_for_it() {
        var unlisted = Examples.organization();
        admitted = Optional.of(unlisted);

        assertThat(issue(unlisted, settings(), "ana@acme.example").success()).isEqualTo(1);
        assertThat(issue(small, settings(), "a@acme.example", "b@acme.example", "c@acme.example", "d@acme.example")
                        .success())
                .isEqualTo(3);
        assertNotFound(Examples.command(Examples.organization(), settings(), addresses(1)));
    }

    @Test
    void a_batch_has_one_event_of_its_own() {
        issue(organization, settings(), "nobody", "ana@acme.example", "bob@acme.example");

        assertThat(batchCreated.fired())
                .containsExactly(new EnrollmentBatchCreated(organization.id(), batch().id(), 2, NOW));
        assertThat(batchCompleted.fired()).as("mails wait").isEmpty();
    }

    @Test
    void no_two_tokens_share_a_salt() {
        issuance.issue(Examples.command(organization, settings(), addresses(500)));

        assertThat(issued())
                .hasSize(500)
                .extracting(token -> HexFormat.of().formatHex(token.seed().salt()))
                .doesNotHaveDuplicates();
    }

    @Test
    void an_empty_request_creates_nothing() {
        assertThat(issue(organization, settings())).isEqualTo(BatchReceipt.ofNothing());

        assertNothingWasCreated();
    }

    @Test
    void a_request_without_a_good_address_is_kept_for_its_report_and_mails_nobody() {
        assertThat(issue(organization, settings(), "nobody", "nowhere"))
                .isEqualTo(new BatchReceipt(Optional.of(batch().id()), 2, 0, 2, BatchReceipt.Origin.FRESH));

        assertThat(batches.rejections(batch().id())).hasSize(2);
        assertThat(batchCreated.fired())
                .containsExactly(new EnrollmentBatchCreated(organization.id(), batch().id(), 0, NOW));
        assertThat(tokenCreated.fired()).isEmpty();
        assertThat(batchCompleted.fired())
                .containsExactly(new EnrollmentBatchCompleted(organization.id(), batch().id(), 2, 0, 0, 0, NOW));
        assertThat(deliveries.lanes()).isEmpty();
    }

    @Test
    void nobody_is_mailed_who_was_not_to_be() {
        issue(organization, silentSettings(), "ana@acme.example");

        assertThat(issued()).hasSize(1);
        assertThat(tokenCreated.fired()).hasSize(1);
        assertThat(invitations.mail(batch(), 0)).isEmpty();
        assertThat(deliveries.lanes()).isEmpty();
    }

    @Test
    void the_quota_bounds_live_tokens() {
        assertThat(issuance.issue(Examples.command(small, settings(), addresses(2))))
                .satisfies(receipt -> {
                    assertThat(receipt.success()).isEqualTo(2);
                    assertThat(receipt.fail()).isZero();
                });
        assertThat(issuance.issue(Examples.command(small, settings(), addresses(5))))
                .satisfies(receipt -> {
                    assertThat(receipt.success()).isEqualTo(1);
                    assertThat(receipt.fail()).isEqualTo(4);
                    assertThat(batches.rejections(receipt.batchId().orElseThrow()))
                            .allSatisfy(
                                    rejection -> assertThat(rejection.reason()).isEqualTo(RecipientOutcome.QUOTA));
                });

        clock.pass(Examples.DURATION);
        assertThat(issuance.issue(Examples.command(small, settings(), addresses(5)))
                        .success())
                .isEqualTo(3);
    }

    @Test
    void recipients_of_an_hour_are_limited_whether_they_get_a_token_or_not() {
        issuance.issue(Examples.command(small, settings(), addresses(590)));

        assertLimited(Examples.command(small, settings(), addresses(11)));
        assertThat(batches.all()).hasSize(1);
        assertThat(issuance.issue(Examples.command(small, settings(), addresses(10)))
                        .total())
                .isEqualTo(10);
        assertThat(issue(organization, settings(), "ana@acme.example").success())
                .as("another organization")
                .isEqualTo(1);
        clock.pass(Duration.ofMinutes(61));
        assertThat(issuance.issue(Examples.command(small, settings(), addresses(600)))
                        .total())
                .isEqualTo(600);
    }

    @Test
    void a_replayed_request_does_not_count_again() {
        var command = withKey(addresses(600), "once");
        var first = issuance.issue(command);

        assertThat(issuance.issue(command).batchId()).isEqualTo(first.batchId());
        assertLimited(withKey(addresses(1), "another"));
    }

    @Test
    void an_empty_request_counts_where_its_receipt_is_stored() {
        issuance.issue(withKey(addresses(599), "full"));
        issue(organization, settings());
        issuance.issue(withKey(List.of(), "empty"));

        assertLimited(withKey(List.of(), "one more"));
    }

    @Test
    void a_repeated_request_gets_the_receipt_of_the_first_and_creates_nothing() {
        var first = issuance.issue(withKey(addresses(2), "once"));
        var again = issuance.issue(withKey(addresses(2), "once"));

        assertThat(again).isEqualTo(new BatchReceipt(first.batchId(), 2, 2, 0, BatchReceipt.Origin.REPLAYED));
        assertThat(first.origin()).isEqualTo(BatchReceipt.Origin.FRESH);
        assertThat(batchCreated.fired()).hasSize(1);
    }

    @Test
    void a_repeated_request_that_created_nothing_is_replayed() {
        issuance.issue(withKey(List.of(), "nothing"));

        assertThat(issuance.issue(withKey(List.of(), "nothing")))
                .isEqualTo(new BatchReceipt(Optional.empty(), 0, 0, 0, BatchReceipt.Origin.REPLAYED));
    }

    @Test
    void every_request_without_a_key_is_carried_out() {
        issue(organization, settings(), "ana@acme.example");
        issue(organization, settings(), "ana@acme.example");

        assertThat(batchCreated.fired()).hasSize(2);
    }

    private IssueTokens withKey(List<String> addresses, String key) {
        return new IssueTokens(
                organization.id(),
                "admin@acme.example",
                settings(),
                addresses,
                Optional.of(new IdempotencyKey(key, "0a".repeat(32))));
    }

    private void assertLimited(IssueTokens command) {
        assertThatExceptionOfType(LimitReached.class)
                .isThrownBy(() -> issuance.issue(command))
                .extracting(LimitReached::problem)
                .isEqualTo(EnrollmentProblem.HOURLY_RECIPIENTS_REACHED);
    }

    @Test
    void who_holds_a_live_token_is_skipped_on_request() {
        issue(organization, settings(), "ana@acme.example");

        var receipt = issue(OnPending.SKIP, "bob@acme.example", "Ana@Acme.Example");

        assertThat(receipt)
                .extracting(BatchReceipt::success, BatchReceipt::fail)
                .containsExactly(1, 1);
        assertThat(batches.rejections(receipt.batchId().orElseThrow()))
                .containsExactly(new Rejection(1, "Ana@Acme.Example", RecipientOutcome.PENDING));
    }

    @Test
    void a_live_token_is_replaced_on_request_and_its_invitation_withdrawn() {
        var first = issue(organization, settings(), "ana@acme.example");
        var earlier =
                batches.find(organization.id(), first.batchId().orElseThrow()).orElseThrow();

        var receipt = issue(OnPending.REPLACE, "bob@acme.example", "ana@acme.example");

        assertThat(receipt.success()).isEqualTo(2);
        assertThat(tokens.ofBatch(organization.id(), earlier.id(), List.of(0)))
                .extracting(EnrollmentToken::state)
                .containsExactly(TokenState.DELETED);
        assertThat(ends.revoked()).extracting(EnrollmentTokenRevoked::batchId).containsExactly(earlier.id());
        assertThat(invitations.mail(earlier, 0))
                .hasValueSatisfying(mail -> assertThat(mail.state()).isEqualTo(MailState.FAILED));
        assertThat(audit.all()).anySatisfy(entry -> {
            assertThat(entry.action()).isEqualTo(AuditAction.REVOKED);
            assertThat(entry.tokens()).isEqualTo(1);
        });
    }

    @Test
    void somebody_whose_token_was_used_or_has_expired_holds_none() {
        var first = issue(organization, settings(), "ana@acme.example");
        tokens.ofBatch(organization.id(), first.batchId().orElseThrow(), List.of(0))
                .get(0)
                .redeem(DeviceId.of(Examples.id()), NOW);

        assertThat(issue(OnPending.SKIP, "ana@acme.example").success()).isEqualTo(1);
        clock.pass(Examples.DURATION);
        assertThat(issue(OnPending.SKIP, "ana@acme.example").success()).isEqualTo(1);
    }

    @Test
    void a_check_tells_what_would_become_of_everybody_and_writes_nothing() {
        issue(organization, settings(), "held@acme.example");
        var before = tokenCreated.fired().size();
        var command = Examples.command(
                small,
                settings(),
                List.of(
                        " Ana@B\u00fccher.example ",
                        "Bob <bob@acme.example>",
                        "nobody",
                        "ana@b\u00fccher.example",
                        "eve@acme.example",
                        "joe@acme.example",
                        "zoe@acme.example"));

        var checked = issuance.check(command);

        assertThat(checked.recipients())
                .containsExactly(
                        new CheckedRecipient(0, "Ana@xn--bcher-kva.example", RecipientOutcome.CREATED, null, null),
                        new CheckedRecipient(
                                1,
                                "Bob <bob@acme.example>",
                                RecipientOutcome.INVALID,
                                AddressFault.HIDDEN_CHARACTER,
                                "bob@acme.example"),
                        new CheckedRecipient(2, "nobody", RecipientOutcome.INVALID, AddressFault.NO_AT_SIGN, null),
                        new CheckedRecipient(3, "ana@b\u00fccher.example", RecipientOutcome.DUPLICATE, null, null),
                        new CheckedRecipient(4, "eve@acme.example", RecipientOutcome.CREATED, null, null),
                        new CheckedRecipient(5, "joe@acme.example", RecipientOutcome.CREATED, null, null),
                        new CheckedRecipient(6, "zoe@acme.example", RecipientOutcome.QUOTA, null, null));
        assertThat(checked.success()).isEqualTo(3);
        assertThat(tokenCreated.fired()).hasSize(before);
        assertThat(batches.all()).hasSize(1);
    }

    @Test
    void a_check_finds_who_holds_a_token_and_leaves_it_to_them() {
        issue(organization, settings(), "held@acme.example");

        assertThat(issuance.check(Examples.command(
                                organization, settings(), List.of("held@acme.example"), OnPending.SKIP))
                        .recipients())
                .extracting(CheckedRecipient::outcome)
                .containsExactly(RecipientOutcome.PENDING);
        issuance.check(Examples.command(organization, settings(), List.of("held@acme.example"), OnPending.REPLACE));
        assertThat(issued()).allMatch(token -> token.isLive(NOW));
    }

    @Test
    void a_check_refuses_what_the_request_would_be_refused_for() {
        assertThatExceptionOfType(EnrollmentException.class)
                .isThrownBy(() -> issuance.check(
                        Examples.command(organization, asking(Examples.id(), List.of(), null), addresses(1))))
                .extracting(EnrollmentException::problem)
                .isEqualTo(EnrollmentProblem.ENTITY_NOT_FOUND);
        assertThat(issuance.check(Examples.command(organization, settings(), List.of()))
                        .recipients())
                .isEmpty();
    }

    @Test
    void a_policy_of_one_recipient_is_looked_up_like_the_shared_one() {
        var unknown = new TokenChanges(
                Set.of(TokenChanges.Field.WIN_POLICY_ID), settings().withWinPolicyId(Examples.id()));

        assertNotFound(Examples.command(
                organization, settings(), addresses(2), Map.of(1, new Particulars(null, null, Optional.of(unknown)))));
        assertNothingWasCreated();
    }

    @Test
    void addresses_of_a_file_are_repaired_where_one_is_suggested() {
        var command = new IssueTokens(
                organization.id(),
                "admin@acme.example",
                settings(),
                List.of("Ana <ana@acme.example>", "nobody", "ana@acme.example"),
                true,
                List.of(),
                OnPending.ADD,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        assertThat(issuance.issue(command).success()).isEqualTo(1);
        assertThat(issued()).extracting(EnrollmentToken::email).containsExactly(Optional.of("ana@acme.example"));
    }

    @Test
    void mails_that_leave_later_are_scheduled_for_their_time() {
        var monday = NOW.plus(Duration.ofDays(2));

        issuance.issue(Examples.command(organization, settings(), addresses(2), monday));

        assertThat(deliveries.times()).containsExactly(monday);
        assertThat(batch().sendAt()).contains(monday);
        assertThat(batch().expireAt()).isEqualTo(monday.plus(Examples.DURATION));
        assertThat(issued()).allSatisfy(token -> assertThat(token.startsAt()).contains(monday));
    }

    @Test
    void a_time_that_has_passed_is_no_time() {
        issuance.issue(Examples.command(organization, settings(), addresses(1), NOW));
        assertThat(batch().sendAt()).isEmpty();
        assertThat(issued().get(0).startsAt()).isEmpty();
    }

    @Test
    void a_repeated_request_is_answered_when_its_time_has_passed() {
        var scheduled = new IssueTokens(
                organization.id(),
                "admin@acme.example",
                settings(),
                addresses(1),
                false,
                List.of(),
                OnPending.ADD,
                Optional.empty(),
                Optional.of(NOW.plus(Duration.ofHours(1))),
                Optional.of(new IdempotencyKey("once", "0a".repeat(32))));
        var first = issuance.issue(scheduled);
        clock.pass(Duration.ofHours(2));

        assertThat(issuance.issue(scheduled).batchId()).isEqualTo(first.batchId());
    }

    @Test
    void a_time_long_past_or_too_far_away_refuses_the_request_and_its_check() {
        for (var time : List.of(NOW.minus(Duration.ofHours(1)), NOW.plus(Duration.ofDays(31)))) {
            var command = Examples.command(organization, settings(), addresses(1), time);

            assertThatExceptionOfType(SendTimeRefused.class).isThrownBy(() -> issuance.issue(command));
            assertThatExceptionOfType(SendTimeRefused.class).isThrownBy(() -> issuance.check(command));
        }
        assertNothingWasCreated();
    }

    private BatchReceipt issue(OnPending onPending, String... addresses) {
        return issuance.issue(Examples.command(organization, settings(), List.of(addresses), onPending));
    }

    @Test
    void used_and_revoked_tokens_make_room() {
        var first = issuance.issue(Examples.command(small, settings(), addresses(3)));
        var issued = tokens.ofBatch(small.id(), first.batchId().orElseThrow(), Examples.upTo(3));
        issued.get(0).redeem(DeviceId.of(Examples.id()), NOW);
        issued.get(1).revoke(NOW);

        assertThat(issuance.issue(Examples.command(small, settings(), addresses(9)))
                        .success())
                .isEqualTo(2);
    }

    @Test
    void an_address_that_holds_a_live_token_gets_another_one() {
        issue(organization, settings(), "ana@acme.example");

        assertThat(issue(organization, settings(), "ana@acme.example").success())
                .isEqualTo(1);
        assertThat(tokens.countLiveInTurn(organization.id(), NOW)).isEqualTo(2);
    }

    @Test
    void known_policies_and_segments_are_accepted() {
        var settings = asking(POLICY, List.of(new PolicyAssignment(POLICY, 1), new PolicyAssignment(null, 2)), 1L);

        assertThat(issue(organization, settings, "ana@acme.example").success()).isEqualTo(1);
        assertThat(batch().settings()).isEqualTo(settings);
    }

    @Test
    void an_unknown_organization_enterprise_policy_or_segment_refuses_the_request() {
        var bare = new Organization(
                Examples.id(), "bare", "Bare", Language.EN, true, OptionalInt.empty(), Optional.empty());
        directory.add(bare);

        assertNotFound(Examples.command(Examples.organization(), settings(), addresses(1)));
        assertNotFound(Examples.command(bare, settings(), addresses(1)));
        assertNotFound(Examples.command(organization, asking(UNKNOWN, List.of(), null), addresses(1)));
        assertNotFound(Examples.command(
                organization, asking(POLICY, List.of(new PolicyAssignment(UNKNOWN, 1)), null), addresses(1)));
        assertNotFound(Examples.command(organization, asking(null, List.of(), 2L), addresses(1)));
        assertNotFound(Examples.command(small, asking(POLICY, List.of(), null), addresses(1)));
        assertNotFound(Examples.command(organization, asking(null, List.of(), 2L), List.of()));
        assertNothingWasCreated();
    }

    @Test
    void a_bulk_has_the_configured_reminders_that_fit_into_its_duration() {
        issue(organization, settings(), "ana@acme.example");

        assertThat(reminders.ofBatchForUpdate(batch()))
                .containsExactly(new Reminder(
                        organization.id(),
                        batch().id(),
                        Duration.ofHours(2),
                        Optional.of(batch().expireAt().minus(Duration.ofHours(2))),
                        Optional.empty()));
    }

    @Test
    void a_bulk_has_the_reminders_that_it_asks_for_instead() {
        issuance.issue(reminding(List.of(Duration.ofMinutes(15), Duration.ofHours(1))));

        assertThat(reminders.ofBatchForUpdate(batch()))
                .extracting(Reminder::beforeExpiry)
                .containsExactly(Duration.ofHours(1), Duration.ofMinutes(15));
    }

    @Test
    void a_bulk_may_ask_for_none_and_a_single_token_has_none() {
        issuance.issue(reminding(List.of()));
        assertThat(reminders.ofBatchForUpdate(batch())).isEmpty();

        issuance.issueOne(Examples.command(organization, settings(), List.of("ana@acme.example")));
        assertThat(batches.all())
                .hasSize(2)
                .allSatisfy(
                        batch -> assertThat(reminders.ofBatchForUpdate(batch)).isEmpty());
    }

    private IssueTokens reminding(List<Duration> before) {
        return new IssueTokens(
                organization.id(),
                "admin@acme.example",
                settings(),
                List.of("ana@acme.example"),
                false,
                List.of(),
                OnPending.ADD,
                Optional.of(before),
                Optional.empty(),
                Optional.empty());
    }

    private BatchReceipt issue(Organization organization, EnrollmentSettings settings, String... addresses) {
        return issuance.issue(Examples.command(organization, settings, List.of(addresses)));
    }

    private void assertNotFound(IssueTokens command) {
        assertThatExceptionOfType(EnrollmentException.class)
                .isThrownBy(() -> issuance.issue(command))
                .extracting(EnrollmentException::problem)
                .isEqualTo(EnrollmentProblem.ENTITY_NOT_FOUND);
    }

    private void assertNothingWasCreated() {
        assertThat(batches.all()).isEmpty();
        assertThat(batchCreated.fired()).isEmpty();
        assertThat(tokenCreated.fired()).isEmpty();
        assertThat(deliveries.lanes()).isEmpty();
    }

    private EnrollmentBatch batch() {
        return batches.all().get(0);
    }

    private List<EnrollmentToken> issued() {
        return tokens.ofBatch(organization.id(), batch().id(), Examples.upTo(batch().total()));
    }

    private static EnrollmentSettings asking(
            @Nullable String policy, List<PolicyAssignment> assignments, @Nullable Long segment) {
        return settings()
                .withWinPolicyId(policy)
                .withWinPolicyAssignments(assignments)
                .withSegmentId(segment);
    }
}
