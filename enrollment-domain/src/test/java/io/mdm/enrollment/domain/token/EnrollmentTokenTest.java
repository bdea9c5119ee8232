package io.mdm.enrollment.domain.token;

import static io.mdm.enrollment.domain.Examples.DURATION;
import static io.mdm.enrollment.domain.Examples.NOW;
import static io.mdm.enrollment.domain.Examples.organization;
import static io.mdm.enrollment.domain.Examples.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mdm.enrollment.api.directory.MdmUser;
import io.mdm.enrollment.api.spi.ModuleConfiguration;
import io.mdm.enrollment.api.spi.ModuleConfiguration.SecretKey;
import io.mdm.enrollment.api.token.EnrollmentSettings;
import io.mdm.enrollment.api.token.IssuedToken;
import io.mdm.enrollment.api.token.Language;
import io.mdm.enrollment.api.token.Particulars;
import io.mdm.enrollment.api.token.TokenChanges;
import io.mdm.enrollment.api.token.TokenNotUsable;
import io.mdm.enrollment.api.token.TokenNotUsable.Reason;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.batch.Invitee;
import io.mdm.enrollment.domain.credential.CredentialFactory;
import io.mdm.enrollment.domain.recipient.LocalPart;
import io.mdm.enrollment.domain.recipient.Recipient;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnrollmentTokenTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final DeviceId DEVICE = DeviceId.of("698efa6ed851667d9c0aec99");
    private static final DeviceId OTHER_DEVICE = DeviceId.of("698efa6ed851667d9c0aec98");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final Instant END = NOW.plus(DURATION);

    private final CredentialFactory credentials = Examples.credentials();
    private final EnrollmentToken token = issue(settings(), Optional.empty());

    @Test
    void it_is_issued_pending_and_for_nobody_else() {
        assertThat(token.id()).hasSize(24);
        assertThat(token.state()).isEqualTo(TokenState.PENDING);
        assertThat(token.email()).contains("person0@acme.example");
        assertThat(token.mdmUserId()).isEmpty();
        assertThat(token.winDeviceId()).isEmpty();
        assertThat(token.generation()).isZero();
        assertThat(token.createdAt()).isEqualTo(NOW).isEqualTo(token.updatedAt());
        assertThat(token.expireAt()).isEqualTo(END);
        assertThat(token.isLive(NOW)).isTrue();
    }

    @Test
    void it_speaks_the_language_asked_for_else_the_users_else_the_organizations() {
        var user = new MdmUser(Examples.id(), Language.PT);
        var french = settings(Language.FR);

        assertThat(issue(french, Optional.of(user)).language()).isEqualTo(Language.FR);
        assertThat(issue(settings(), Optional.of(user)).language()).isEqualTo(Language.PT);
        assertThat(issue(settings(), Optional.of(new MdmUser(user.id(), null))).language())
                .isEqualTo(Language.EN);
        assertThat(issue(settings(), Optional.empty()).language()).isEqualTo(Language.EN);
        assertThat(issue(settings(), Optional.of(user)).mdmUserId()).contains(user.id());
    }

    @Test
    void a_device_uses_it_up() {
        token.redeem(DEVICE, LATER);

        assertThat(token.state()).isEqualTo(TokenState.DONE);
        assertThat(token.winDeviceId()).contains(DEVICE.hex());
        assertThat(token.updatedAt()).isEqualTo(LATER);
        assertThat(token.isLive(LATER)).isFalse();
        assertNotUsable(Reason.USED, () -> token.redeem(OTHER_DEVICE, LATER));
        assertThat(token.winDeviceId()).contains(DEVICE.hex());
    }

    @Test
    void the_same_device_may_come_again_even_after_the_end() {
        token.redeem(DEVICE, LATER);

        token.redeem(DEVICE, END.plusSeconds(1));

        assertThat(token.updatedAt()).isEqualTo(LATER);
    }

    @Test
    void it_ends_at_its_last_instant_and_no_earlier() {
        assertThat(token.isLive(END.minusMillis(1))).isTrue();
        assertThat(token.isLive(END)).isFalse();
        assertNotUsable(Reason.EXPIRED, () -> token.requireLive(END));
        assertNotUsable(Reason.EXPIRED, () -> token.redeem(DEVICE, END));
        assertNotUsable(Reason.EXPIRED, () -> token.rotate(END));
        assertThat(token.state()).isEqualTo(TokenState.PENDING);
        token.redeem(DEVICE, END.minusMillis(1));
        assertThat(token.state()).isEqualTo(TokenState.DONE);
    }

    @Test
    void it_can_be_taken_back_once_and_for_all() {
        token.revoke(LATER);
        token.revoke(LATER.plusSeconds(1));

        assertThat(token.state()).isEqualTo(TokenState.DELETED);
        assertThat(token.updatedAt()).isEqualTo(LATER);
        assertNotUsable(Reason.REVOKED, () -> token.redeem(DEVICE, LATER));
        assertNotUsable(Reason.REVOKED, () -> token.rotate(LATER));
        assertNotUsable(Reason.REVOKED, () -> token.requireLive(END));
    }

    @Test
    void an_expired_one_can_be_taken_back_and_a_used_one_cannot() {
        var used = issue(settings(), Optional.empty());
        used.redeem(DEVICE, NOW);

        token.revoke(END);

        assertThat(token.state()).isEqualTo(TokenState.DELETED);
        assertNotUsable(Reason.USED, () -> used.revoke(LATER));
        assertThat(used.state()).isEqualTo(TokenState.DONE);
    }

    @Test
    void its_credential_is_always_the_same() {
        assertThat(token.credential(credentials)).isEqualTo(token.credential(Examples.credentials()));
        assertThatCode(() -> token.requireOpenedBy(token.credential(credentials), credentials))
                .doesNotThrowAnyException();
    }

    @Test
    void rotating_it_replaces_the_credential() {
        var first = token.credential(credentials);
        token.rotate(LATER);
        var second = token.credential(credentials);
        token.rotate(LATER);

        assertThat(second).isNotEqualTo(first);
        assertThat(token.updatedAt()).isEqualTo(LATER);
        assertNotUsable(Reason.REPLACED, () -> token.requireOpenedBy(first, credentials));
        assertNotUsable(Reason.REPLACED, () -> token.requireOpenedBy(second, credentials));
        assertThatCode(() -> token.requireOpenedBy(token.credential(credentials), credentials))
                .doesNotThrowAnyException();
    }

    @Test
    void rotating_it_replaces_the_code() {
        var first = token.enrollCode(credentials);
        token.rotate(LATER);

        assertThat(token.enrollCode(credentials))
                .isNotEqualTo(first)
                .isEqualTo(token.enrollCode(Examples.credentials()));
        assertThat(token.isOpenedBy(first, credentials, NOW)).isFalse();
        assertThat(token.isOpenedBy(token.enrollCode(credentials), credentials, NOW))
                .isTrue();
    }

    @Test
    void its_code_stops_working_after_twenty_wrong_ones_until_the_hour_is_over() {
        assertThat(wrongCodesCounted(19, NOW)).isEqualTo(19);
        assertCodeWorks(NOW);

        var last = NOW.plus(Duration.ofMinutes(59));
        assertThat(wrongCodesCounted(40_000, last)).isEqualTo(1);
        assertCodeIsLocked(last);
        assertThatCode(() -> token.requireOpenedBy(token.credential(credentials), credentials))
                .doesNotThrowAnyException();

        assertCodeWorks(NOW.plus(HOUR));
        assertThat(wrongCodesCounted(30, NOW.plus(HOUR))).as("another hour").isEqualTo(20);
        assertCodeIsLocked(NOW.plus(HOUR));
    }

    @Test
    void its_code_stops_working_for_good_after_two_hundred_wrong_ones_until_it_is_rotated() {
        var now = NOW;
        for (int hour = 0; hour < 10; hour++) {
            assertCodeWorks(now);
            assertThat(wrongCodesCounted(30, now)).isEqualTo(20);
            now = now.plus(HOUR);
        }
        assertCodeIsLocked(now);
        assertCodeIsLocked(token.expireAt().minusMillis(1));
        assertThat(token.codeTries()).isEqualTo(200);

        token.rotate(now);
        assertThat(token.codeTries()).isZero();
        assertCodeWorks(now);
        assertThat(wrongCodesCounted(30, now)).isEqualTo(20);
    }

    @Test
    void who_mistypes_now_and_then_is_never_locked_out_within_the_two_hundred() {
        for (int tries = 0; tries < 190; tries++) {
            var now = NOW.plus(Duration.ofMinutes(4).multipliedBy(tries));
            assertThat(wrongCodesCounted(1, now)).isEqualTo(1);
            assertCodeWorks(now);
        }
    }

    @Test
    void a_token_that_has_ended_counts_no_wrong_codes_and_has_no_locked_code() {
        assertThat(wrongCodesCounted(20, NOW)).isEqualTo(20);
        assertThat(token.isCodeLocked(NOW)).isTrue();

        assertThat(token.isCodeLocked(token.expireAt())).isFalse();
        assertThat(wrongCodesCounted(1, token.expireAt())).isZero();
        token.revoke(NOW);
        assertThat(token.isCodeLocked(NOW)).isFalse();
        assertThat(wrongCodesCounted(1, NOW.plus(HOUR))).isZero();
    }

    private void assertCodeWorks(Instant now) {
        assertThat(token.isOpenedBy(token.enrollCode(credentials), credentials, now))
                .isTrue();
        assertThat(token.isCodeLocked(now)).isFalse();
    }

    private void assertCodeIsLocked(Instant now) {
        assertThat(token.isOpenedBy(token.enrollCode(credentials), credentials, now))
                .isFalse();
        assertThat(token.isCodeLocked(now)).isTrue();
    }

    @Test
    void without_its_key_no_code_opens_it() {
        var otherKeys = new CredentialFactory(new ModuleConfiguration(
                URI.create("https://mdm.example"),
                List.of(new SecretKey("other", new byte[32])),
                8,
                OptionalInt.empty(),
                1_000_000,
                Duration.ZERO,
                List.of(),
                false,
                Optional.empty()));

        assertThat(token.isOpenedBy(token.enrollCode(credentials), otherKeys, NOW))
                .isFalse();
    }

    private long wrongCodesCounted(int tries, Instant now) {
        return IntStream.range(0, tries)
                .filter(each -> token.countWrongCode(now))
                .count();
    }

    @Test
    void the_credential_of_another_token_is_unknown() {
        var foreign = issue(settings(), Optional.empty()).credential(credentials);

        assertNotUsable(Reason.UNKNOWN, () -> token.requireOpenedBy(foreign, credentials));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "698efa6ed851667d9c0aec9", "698efa6ed851667d9c0aec9g", "698efa6ed851667d9c0aec99\n"})
    void a_device_id_is_24_hexadecimal_digits(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> DeviceId.of(text));
    }

    @Test
    void a_device_id_is_the_same_in_any_case() {
        assertThat(DeviceId.of("698EFA6ED851667D9C0AEC99")).isEqualTo(DEVICE);
    }

    @Test
    void particulars_win_over_the_shared_settings_and_the_users_language() {
        var batch = Examples.batch(Examples.organization(), Examples.fullSettings(), 1);
        var changes = new TokenChanges(
                Set.of(TokenChanges.Field.TAGS), Examples.settings().withTags(List.of("vip")));
        var token = issue(batch, new Particulars("Ana", Language.FR, Optional.of(changes)));

        assertThat(token.name()).contains("Ana");
        assertThat(token.language()).isEqualTo(Language.FR);
        assertThat(token.settings(batch)).isEqualTo(Examples.fullSettings().withTags(List.of("vip")));
        assertThat(token.ownSettings().orElseThrow().emailText())
                .as("stored once for all")
                .isNull();
    }

    @Test
    void particulars_that_change_nothing_leave_the_shared_settings() {
        var batch = Examples.batch(Examples.organization(), Examples.fullSettings(), 1);
        var same = new TokenChanges(Set.of(TokenChanges.Field.TAGS), Examples.fullSettings());

        assertThat(issue(batch, new Particulars(null, null, Optional.of(same))).ownSettings())
                .isEmpty();
    }

    @Test
    void erasure_takes_the_name() {
        var token = issue(
                Examples.batch(Examples.organization(), Examples.settings(), 1),
                new Particulars("Ana", null, Optional.empty()));
        token.erasePerson(NOW);
        assertThat(token.name()).isEmpty();
    }

    @Test
    void a_token_of_a_scheduled_batch_cannot_be_redeemed_before_its_time() {
        var start = NOW.plusSeconds(3600);
        var token = Examples.token(Examples.scheduled(Examples.organization(), 1, start), "ana@acme.example");

        assertThatExceptionOfType(TokenNotUsable.class)
                .isThrownBy(() -> token.redeem(DeviceId.of(Examples.id()), start.minusMillis(1)))
                .satisfies(early -> {
                    assertThat(early.reason()).isEqualTo(TokenNotUsable.Reason.NOT_YET);
                    assertThat(early.endedAt()).contains(start);
                });
        assertThat(token.stateAt(NOW)).isEqualTo(IssuedToken.State.PENDING);
        assertThat(token.expireAt()).isEqualTo(start.plus(Examples.DURATION));
        token.redeem(DeviceId.of(Examples.id()), start);
        assertThat(token.state()).isEqualTo(TokenState.DONE);
    }

    private static EnrollmentToken issue(EnrollmentBatch batch, Particulars particulars) {
        var recipient = Recipient.of("ana@acme.example", LocalPart.ASCII).orElseThrow();
        return EnrollmentToken.issue(
                batch,
                new Invitee(0, recipient, particulars),
                Optional.of(new MdmUser(Examples.id(), Language.PT)),
                new CredentialSeed("up", new byte[16]));
    }

    private static EnrollmentToken issue(EnrollmentSettings settings, Optional<MdmUser> user) {
        return Examples.token(Examples.batch(organization(), settings, 1), 0, user);
    }

    static void assertNotUsable(Reason reason, ThrowingCallable call) {
        assertThatExceptionOfType(TokenNotUsable.class)
                .isThrownBy(call)
                .extracting(TokenNotUsable::reason)
                .isEqualTo(reason);
    }
}
