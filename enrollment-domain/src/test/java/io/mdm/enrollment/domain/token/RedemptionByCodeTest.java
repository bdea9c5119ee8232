package io.mdm.enrollment.domain.token;

import static io.mdm.enrollment.domain.Examples.NOW;
import static io.mdm.enrollment.domain.token.EnrollmentTokenTest.assertNotUsable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.atIndex;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.api.spi.WrongCode;
import io.mdm.enrollment.api.token.Proof;
import io.mdm.enrollment.api.token.TokenNotUsable;
import io.mdm.enrollment.api.token.TokenNotUsable.Reason;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.InMemoryEvent;
import io.mdm.enrollment.domain.InMemoryMdmDirectory;
import io.mdm.enrollment.domain.StoppedClock;
import io.mdm.enrollment.domain.audit.AuditTrail;
import io.mdm.enrollment.domain.audit.InMemoryAuditEntries;
import io.mdm.enrollment.domain.batch.InMemoryEnrollmentBatches;
import io.mdm.enrollment.domain.credential.CredentialFactory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.AbstractBooleanAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an address and a code open, and how many wrong codes may be tried. */
class RedemptionByCodeTest {
    private static final String DEVICE = "698efa6ed851667d9c0aec99";
    private static final String OTHER_DEVICE = "698efa6ed851667d9c0aec98";
    private static final String WRONG = "22222-22222";

    private final InMemoryAuditEntries audit = new InMemoryAuditEntries();
    private final InMemoryEnrollmentTokens tokens = new InMemoryEnrollmentTokens();
    private final InMemoryEnrollmentBatches batches = new InMemoryEnrollmentBatches();
    private final StoppedClock clock = new StoppedClock(NOW);
    private final CredentialFactory credentials = Examples.credentials();
    private final InMemoryEvent<WrongCode> wrongCodes = new InMemoryEvent<>();
    private final TransactionalTokenRedemption redemption = redemption(tokens);
    private final Organization organization = Examples.organization();
    private final EnrollmentToken token = invite("ana@acme.example", organization);

    @Test
    void address_and_code_open_the_token_however_they_are_typed() {
        var code = code(token);

        assertThat(redemption.verify(proof("ana@acme.example", code)).id()).isEqualTo(token.id());
        assertThat(redemption
                        .verify(proof(" Ana@ACME.example ", code.toLowerCase(Locale.ROOT)))
                        .id())
                .isEqualTo(token.id());
        assertThat(redemption
                        .redeem(proof("ana@acme.example", " " + code.replace("-", " - ")), DEVICE)
                        .winDeviceId())
                .isEqualTo(DEVICE);
        assertThat(token.codeTries()).isZero();
    }

    @Test
    void the_code_alone_opens_nothing_for_another_address() {
        var bob = invite("bob@acme.example", organization);

        assertNotUsable(Reason.UNKNOWN, () -> redemption.verify(proof("bob@acme.example", code(token))));
        assertNotUsable(Reason.UNKNOWN, () -> redemption.verify(proof("eve@acme.example", code(token))));
        assertThat(token.codeTries()).isZero();
        assertThat(bob.codeTries()).isEqualTo(1);
    }

    @Test
    void of_several_tokens_of_an_address_the_code_decides_which() {
        var second = invite("ANA@acme.example", organization);

        assertThat(redemption.redeem(of(second), DEVICE).id()).isEqualTo(second.id());
        assertThat(redemption.redeem(of(token), OTHER_DEVICE).id()).isEqualTo(token.id());
        assertNotUsable(Reason.USED, () -> redemption.redeem(of(second), OTHER_DEVICE));
        assertThat(redemption.redeem(of(second), DEVICE).winDeviceId()).isEqualTo(DEVICE);
    }

    @Test
    void a_genuine_code_of_a_token_that_has_ended_says_why() {
        clock.set(token.expireAt());
        assertNotUsable(Reason.EXPIRED, () -> redemption.verify(of(token)));

        clock.set(NOW);
        token.revoke(NOW);
        assertNotUsable(Reason.REVOKED, () -> redemption.redeem(of(token), DEVICE));
    }

    @Test
    void the_twentieth_wrong_code_of_an_hour_ends_the_codes_of_all_live_tokens_of_the_address_but_not_their_links() {
        var second = invite("ana@acme.example", organization);
        var other = invite("bob@acme.example", organization);
        for (int i = 0; i < 19; i++) {
            assertNotUsable(Reason.UNKNOWN, () -> redemption.verify(proof("ana@acme.example", WRONG)));
        }
        assertThat(redemption.verify(of(second)).id()).isEqualTo(second.id());

        assertNotUsable(Reason.UNKNOWN, () -> redemption.redeem(proof("ana@acme.example", WRONG), DEVICE));

        assertNotUsable(Reason.UNKNOWN, () -> redemption.verify(of(token)));
        assertNotUsable(Reason.UNKNOWN, () -> redemption.redeem(of(second), DEVICE));
        assertThat(redemption.verify(of(other)).id()).isEqualTo(other.id());
        assertThat(redemption.redeem(link(token), DEVICE).id()).isEqualTo(token.id());
        assertThat(wrongCodes.fired())
                .startsWith(new WrongCode(0))
                .contains(new WrongCode(2), atIndex(19))
                .hasSize(22);
        clock.set(NOW.plus(Duration.ofMinutes(60)));
        assertThat(redemption.redeem(of(second), DEVICE).id()).isEqualTo(second.id());
    }

    @Test
    void every_wrong_code_is_written_once_whoever_was_invited() {
        assertNotUsable(Reason.UNKNOWN, () -> redemption.verify(proof("ana@acme.example", WRONG)));
        assertThat(tokens.countsForNobody()).isZero();

        assertNotUsable(Reason.UNKNOWN, () -> redemption.verify(proof("eve@acme.example", WRONG)));
        assertThat(tokens.countsForNobody()).isEqualTo(1);

        clock.set(token.expireAt());
        assertNotUsable(Reason.UNKNOWN, () -> redemption.verify(proof("ana@acme.example", WRONG)));
        assertThat(tokens.countsForNobody()).as("one that has ended").isEqualTo(2);
        assertThat(wrongCodes.fired()).hasSize(3);
    }

    @Test
    void a_damaged_link_is_told_from_a_forged_one() {
        var genuine = token.credential(credentials).value();
        var ofNobody = Examples.token(Examples.batch(organization, Examples.settings(), 1), "x@acme.example");

        assertMistyped(link(genuine.substring(1))).isTrue();
        assertMistyped(link(genuine.toLowerCase(Locale.ROOT))).isTrue();
        assertMistyped(link(ofNobody.credential(credentials).value())).isFalse();
    }

    private AbstractBooleanAssert<?> assertMistyped(Proof proof) {
        return assertThat(catchThrowableOfType(TokenNotUsable.class, () -> redemption.verify(proof))
                .isMistyped());
    }

    private static Proof link(String credential) {
        return new Proof.Credential(credential);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "2222-22222", "22222-222222", "22222-2222O", "nonsense", "\ud83d\ude42"})
    void what_cannot_be_a_code_is_no_wrong_one(String text) {
        assertNotUsable(Reason.UNKNOWN, () -> redemption.verify(proof("ana@acme.example", text)));

        assertMistyped(proof("ana@acme.example", text)).isTrue();
        assertMistyped(proof("ana@acme.example", WRONG)).isFalse();
        assertThat(token.codeTries()).isEqualTo(1);
    }

    @Test
    void only_live_tokens_of_the_organization_that_is_named_count() {
        var elsewhere = invite("ana@acme.example", Examples.organization());
        var ended = invite("ana@acme.example", organization);
        ended.revoke(NOW);

        assertNotUsable(
                Reason.UNKNOWN,
                () -> redemption.verify(proof("ana@acme.example", WRONG), Optional.of(organization.id())));
        assertNotUsable(Reason.UNKNOWN, () -> redemption.verify(of(elsewhere), Optional.of(organization.id())));

        assertThat(token.codeTries()).isEqualTo(2);
        assertThat(elsewhere.codeTries()).isZero();
        assertThat(ended.codeTries()).isZero();
        assertThat(redemption.verify(of(elsewhere)).id()).isEqualTo(elsewhere.id());
    }

    @Test
    void who_merely_shares_the_hash_of_an_address_is_not_concerned() {
        var colliding = redemption(new InMemoryEnrollmentTokens() {
            @Override
            public List<EnrollmentToken> ofAddressForUpdate(long addressHash, Optional<String> organizationId) {
                return List.of(token);
            }
        });

        assertNotUsable(Reason.UNKNOWN, () -> colliding.verify(proof("bob@acme.example", code(token))));
        assertThat(token.codeTries()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ana", "Ana <ana@acme.example>"})
    void no_address_at_all_is_unknown(String email) {
        assertNotUsable(Reason.UNKNOWN, () -> redemption.verify(proof(email, code(token))));
    }

    @Test
    void a_bad_device_id_counts_no_try() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> redemption.redeem(proof("ana@acme.example", WRONG), "device"));

        assertThat(token.codeTries()).isZero();
    }

    @Test
    void proofs_tell_nothing_of_what_they_hold() {
        assertThat(of(token)).hasToString("Code");
        assertThat(link(token)).hasToString("Credential");
        assertThat(token.enrollCode(credentials)).hasToString("EnrollCode");
    }

    private TransactionalTokenRedemption redemption(EnrollmentTokens stored) {
        return new TransactionalTokenRedemption(
                new TokenLookup(stored, credentials, wrongCodes, clock),
                new AuditTrail(audit, () -> Optional.of("admin@acme.example"), clock),
                new RecordedTokenEnds().ends(),
                new TokenDescriptions(
                        batches, (of, found) -> Map.of(), new InMemoryMdmDirectory(), Examples.links(), clock),
                clock);
    }

    private EnrollmentToken invite(String address, Organization inviting) {
        var batch = Examples.batch(inviting, Examples.settings(), 1);
        batches.add(batch, List.of());
        var invited = Examples.token(batch, address);
        tokens.addAll(List.of(invited));
        return invited;
    }

    private String code(EnrollmentToken token) {
        return token.enrollCode(credentials).value();
    }

    private Proof of(EnrollmentToken token) {
        return proof(token.email().orElseThrow(), code(token));
    }

    private Proof link(EnrollmentToken token) {
        return new Proof.Credential(token.credential(credentials).value());
    }

    private static Proof proof(String email, String code) {
        return new Proof.Code(email, code);
    }
}
