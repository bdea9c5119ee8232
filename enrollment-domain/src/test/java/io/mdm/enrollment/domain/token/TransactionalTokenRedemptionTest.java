package io.mdm.enrollment.domain.token;

import static io.mdm.enrollment.domain.Examples.DURATION;
import static io.mdm.enrollment.domain.Examples.NOW;
import static io.mdm.enrollment.domain.Examples.upTo;
import static io.mdm.enrollment.domain.token.EnrollmentTokenTest.assertNotUsable;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mdm.enrollment.api.EnrollmentException;
import io.mdm.enrollment.api.EnrollmentProblem;
import io.mdm.enrollment.api.EnrollmentTokenRedeemed;
import io.mdm.enrollment.api.EnrollmentTokenRevoked;
import io.mdm.enrollment.api.TokenExpectation;
import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.api.token.LinkVisibility;
import io.mdm.enrollment.api.token.PersonalLink;
import io.mdm.enrollment.api.token.Proof;
import io.mdm.enrollment.api.token.TokenNotUsable;
import io.mdm.enrollment.api.token.TokenNotUsable.Reason;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.InMemoryEvent;
import io.mdm.enrollment.domain.InMemoryMdmDirectory;
import io.mdm.enrollment.domain.StoppedClock;
import io.mdm.enrollment.domain.audit.AuditTrail;
import io.mdm.enrollment.domain.audit.InMemoryAuditEntries;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.batch.InMemoryEnrollmentBatches;
import io.mdm.enrollment.domain.credential.CredentialFactory;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a credential opens, and the taking back of it. */
class TransactionalTokenRedemptionTest {
    private static final String DEVICE = "698efa6ed851667d9c0aec99";
    private static final String OTHER_DEVICE = "698efa6ed851667d9c0aec98";

    private final InMemoryAuditEntries audit = new InMemoryAuditEntries();
    private final InMemoryEnrollmentBatches batches = new InMemoryEnrollmentBatches();
    private final InMemoryEnrollmentTokens tokens = new InMemoryEnrollmentTokens(batches);
    private final StoppedClock clock = new StoppedClock(NOW);
    private final CredentialFactory credentials = Examples.credentials();
    private final AuditTrail trail = new AuditTrail(audit, () -> Optional.of("admin@acme.example"), clock);
    private final TokenDescriptions descriptions = new TokenDescriptions(
            batches, (of, found) -> Map.of(), new InMemoryMdmDirectory(), Examples.links(), clock);
    private final RecordedTokenEnds ends = new RecordedTokenEnds();
    private final TransactionalTokenRedemption redemption = new TransactionalTokenRedemption(
            new TokenLookup(tokens, credentials, new InMemoryEvent<>(), clock),
            trail,
            ends.ends(),
            descriptions,
            clock);
    private final TransactionalTokenRevocation revocation =
            new TransactionalTokenRevocation(tokens, trail, ends.ends(), descriptions, clock);
    private final Organization organization = Examples.organization();
    private final EnrollmentBatch batch = Examples.batch(organization, Examples.fullSettings(), 2);
    private final EnrollmentToken token = Examples.tokens(batch, upTo(2)).get(0);
    private final Proof.Credential credential = link(token);

    @BeforeEach
    void add() {
        batches.add(batch, List.of());
        tokens.addAll(List.of(token));
    }

    @Test
    void the_device_that_gets_a_token_is_announced_once() {
        redemption.redeem(credential, DEVICE);
        redemption.redeem(credential, DEVICE);

        assertThat(ends.redeemed())
                .containsExactly(
                        new EnrollmentTokenRedeemed(token.organizationId(), token.batchId(), token.id(), DEVICE, NOW));
    }

    @Test
    void a_revoked_token_is_announced_once() {
        revocation.revoke(organization.id(), token.id(), TokenExpectation.NONE, LinkVisibility.WITHHELD);
        revocation.revoke(organization.id(), token.id(), TokenExpectation.NONE, LinkVisibility.WITHHELD);

        assertThat(ends.revoked())
                .containsExactly(new EnrollmentTokenRevoked(token.organizationId(), token.batchId(), token.id(), NOW));
    }

    @Test
    void verifying_tells_what_it_opens_and_changes_nothing() {
        var expected = redemption.verify(credential);
        assertThat(expected.id()).isEqualTo(token.id());
        assertThat(expected.settings()).isEqualTo(Examples.fullSettings());
        assertThat(expected.enrollmentLink()).isNull();

        for (int i = 0; i < 1_000; i++) {
            assertThat(redemption.verify(credential)).isEqualTo(expected);
        }
        assertThat(token.updatedAt()).isEqualTo(NOW);
    }

    @Test
    void opening_shows_its_holder_the_link_and_the_code_and_changes_nothing() {
        var opened = redemption.open(credential);

        assertThat(opened.enrollmentLink()).extracting(PersonalLink::credential).isEqualTo(credential.value());
        assertThat(redemption.open(new Proof.Code(requireNonNull(opened.email()), requireNonNull(opened.enrollCode()))))
                .isEqualTo(opened);
        assertThat(token.updatedAt()).isEqualTo(NOW);
        assertThat(token.codeTries()).isZero();
    }

    @Test
    void whom_to_ask_is_told_to_holders_only() {
        clock.set(token.expireAt());

        assertThatExceptionOfType(TokenNotUsable.class)
                .isThrownBy(() -> redemption.open(credential))
                .satisfies(ended -> assertThat(ended.inviter())
                        .contains(new TokenNotUsable.Inviter(organization.id(), token.language())))
                .satisfies(ended -> assertThat(ended.endedAt()).contains(token.expireAt()));
        assertThatExceptionOfType(TokenNotUsable.class)
                .isThrownBy(() -> redemption.open(new Proof.Credential("mdmenr_")))
                .satisfies(unknown -> assertThat(unknown.inviter()).isEmpty());
        assertThatExceptionOfType(TokenNotUsable.class)
                .isThrownBy(() -> redemption.open(new Proof.Code(token.email().orElseThrow(), "22222-22222")))
                .satisfies(unknown -> assertThat(unknown.inviter()).isEmpty());
    }

    @Test
    void a_refusal_does_not_roll_back_the_transaction_of_a_host() {
        var ownRules = Stream.of(TransactionalTokenRedemption.class.getDeclaredMethods())
                .flatMap(method -> Stream.ofNullable(method.getAnnotation(Transactional.class)))
                .toList();

        assertThat(ownRules)
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(rule.dontRollbackOn()).contains(TokenNotUsable.class));
    }

    @Test
    void the_first_device_wins_and_may_ask_again() {
        assertThat(redemption.redeem(credential, DEVICE).winDeviceId()).isEqualTo(DEVICE);
        assertThat(redemption
                        .redeem(credential, DEVICE.toUpperCase(Locale.ROOT))
                        .winDeviceId())
                .isEqualTo(DEVICE);

        assertNotUsable(Reason.USED, () -> redemption.redeem(credential, OTHER_DEVICE));
        assertNotUsable(Reason.USED, () -> redemption.verify(credential));
    }

    @Test
    void every_end_has_its_reason() {
        clock.set(token.expireAt());
        assertNotUsable(Reason.EXPIRED, () -> redemption.verify(credential));
        assertNotUsable(Reason.EXPIRED, () -> redemption.redeem(credential, DEVICE));

        clock.set(NOW);
        token.rotate(NOW);
        assertNotUsable(Reason.REPLACED, () -> redemption.verify(credential));
        assertNotUsable(Reason.REPLACED, () -> redemption.redeem(credential, DEVICE));

        revocation.revoke(organization.id(), token.id(), TokenExpectation.NONE, LinkVisibility.WITHHELD);
        var newest = link(token);
        assertNotUsable(Reason.REVOKED, () -> redemption.verify(newest));
        assertNotUsable(Reason.REVOKED, () -> redemption.redeem(newest, DEVICE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "mdmenr_", "mdmenr_1T1kia3xoGoGE9IUuIEpl17zWDPUICy64Fso4Mtjs3BQTNu"})
    void no_credential_at_all_is_unknown(String text) {
        assertNotUsable(Reason.UNKNOWN, () -> redemption.verify(new Proof.Credential(text)));
        assertNotUsable(Reason.UNKNOWN, () -> redemption.redeem(new Proof.Credential(text), DEVICE));
    }

    @Test
    void a_genuine_credential_of_no_stored_token_is_unknown() {
        var never = link(Examples.tokens(batch, upTo(2)).get(1));

        assertNotUsable(Reason.UNKNOWN, () -> redemption.verify(never));
    }

    @Test
    void the_token_of_another_organization_is_unknown_where_one_is_named() {
        var own = Optional.of(organization.id());
        var other = Optional.of(Examples.id());

        assertNotUsable(Reason.UNKNOWN, () -> redemption.verify(credential, other));
        assertNotUsable(Reason.UNKNOWN, () -> redemption.redeem(credential, other, DEVICE));
        assertThat(redemption.verify(credential, own).id()).isEqualTo(token.id());
        assertThat(redemption.redeem(credential, own, DEVICE).winDeviceId()).isEqualTo(DEVICE);
    }

    @Test
    void a_bad_device_id_uses_nothing_up() {
        assertThatIllegalArgumentException().isThrownBy(() -> redemption.redeem(credential, "device"));

        assertThat(token.isLive(NOW.plus(Duration.ofDays(1)))).isTrue();
    }

    @Test
    void another_organization_cannot_take_it_back() {
        assertThatExceptionOfType(EnrollmentException.class)
                .isThrownBy(() ->
                        revocation.revoke(Examples.id(), token.id(), TokenExpectation.NONE, LinkVisibility.WITHHELD))
                .extracting(EnrollmentException::problem)
                .isEqualTo(EnrollmentProblem.ENTITY_NOT_FOUND);
        assertThat(token.isLive(NOW.plus(DURATION))).isTrue();
    }

    @Test
    void what_was_used_cannot_be_taken_back() {
        redemption.redeem(credential, DEVICE);

        assertNotUsable(
                Reason.USED,
                () -> revocation.revoke(organization.id(), token.id(), TokenExpectation.NONE, LinkVisibility.WITHHELD));
    }

    @Test
    void the_link_holds_the_credential_below_the_configured_address() {
        assertThat(Examples.links().linkTo(token).uri())
                .hasToString("https://mdm.example/enroll/"
                        + token.credential(credentials).value());
    }

    @Test
    void a_link_tells_nothing_where_it_is_printed() {
        assertThat(Examples.links().linkTo(token)).hasToString("PersonalLink");
    }

    private Proof.Credential link(EnrollmentToken token) {
        return new Proof.Credential(token.credential(credentials).value());
    }
}
