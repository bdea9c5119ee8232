package io.mdm.enrollment.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.chaos.Invitee.Standing;
import io.mdm.enrollment.chaos.Ledger.Taken;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the chaos run for reminders finds, with violations planted. */
class ReminderFindingsTest {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final int WORKERS = 24;

    private final Ledger ledger = new Ledger();
    private final Map<String, Instant> enrolled = new HashMap<>();
    private final Map<String, NavigableSet<Instant>> claims = new HashMap<>();

    @Test
    void everybody_reminded_once_is_good() {
        claimAt(NOON);
        remind(NOON.plusMillis(5));

        var found = found(Standing.TO_BE_REMINDED);

        assertThat(found.reminded()).isEqualTo(1);
        assertGood(found);
    }

    @Test
    void whoever_has_got_the_invitation_only_is_forgotten() {
        ledger.add("ana@acme.example", mail(0, NOON));

        assertThat(found(Standing.TO_BE_REMINDED).forgotten()).isEqualTo(1);
        assertBad(found(Standing.TO_BE_REMINDED));
    }

    @Test
    void the_reminder_of_another_token_of_the_person_is_none_of_this_one() {
        ledger.add("ana@acme.example", new Taken("<other.0.1@mdm.example>", "https://mdm.example/other", NOON, 0));

        assertThat(found(Standing.TO_BE_REMINDED).forgotten()).isEqualTo(1);
    }

    @Test
    void whoever_enrolled_meanwhile_need_not_be_reminded() {
        enrolled.put("ana@acme.example", NOON);

        assertGood(found(Standing.TO_BE_REMINDED));
    }

    @ParameterizedTest
    @EnumSource(value = Standing.class, mode = EnumSource.Mode.EXCLUDE, names = "TO_BE_REMINDED")
    void nobody_else_is_to_be_reminded(Standing standing) {
        assertGood(found(standing));

        claimAt(NOON);
        remind(NOON.plusMillis(5));

        assertBad(found(standing));
    }

    @Test
    void a_claim_after_the_enrollment_is_wrong_however_soon_after() {
        claimAt(NOON);
        remind(NOON.plusMillis(5));
        enrolled.put("ana@acme.example", NOON.minusNanos(1_000));

        assertThat(found(Standing.TO_BE_REMINDED).remindedEnrolled()).isEqualTo(1);
        assertBad(found(Standing.TO_BE_REMINDED));
    }

    @Test
    void a_message_on_its_way_is_counted_apart() {
        claimAt(NOON);
        remind(NOON.plusMillis(5));
        enrolled.put("ana@acme.example", NOON.plusMillis(2));

        var found = found(Standing.TO_BE_REMINDED);

        assertThat(found.remindedEnrolled()).isZero();
        assertThat(found.onTheirWay()).isEqualTo(1);
        assertGood(found);
        assertThat(found.areGood(0, 0)).isFalse();
    }

    @Test
    void an_enrollment_after_the_message_was_begun_is_nothing() {
        claimAt(NOON);
        remind(NOON.plusMillis(5));
        enrolled.put("ana@acme.example", NOON.plusMillis(6));

        assertThat(found(Standing.TO_BE_REMINDED).onTheirWay()).isZero();
        assertGood(found(Standing.TO_BE_REMINDED));
    }

    @Test
    void a_repetition_claimed_after_the_enrollment_is_wrong() {
        claimAt(NOON);
        remind(NOON.plusMillis(5));
        enrolled.put("ana@acme.example", NOON.plusSeconds(1));
        claimAt(NOON.plusSeconds(30));
        remind(NOON.plusSeconds(31));

        assertThat(found(Standing.TO_BE_REMINDED).remindedEnrolled()).isEqualTo(1);
        assertThat(found(Standing.TO_BE_REMINDED).areGood(WORKERS, 1)).isFalse();
    }

    @Test
    void a_message_before_its_claim_is_wrong() {
        remind(NOON);
        claimAt(NOON.plusMillis(1));

        assertThat(found(Standing.TO_BE_REMINDED).unclaimed()).isEqualTo(1);
        assertBad(found(Standing.TO_BE_REMINDED));
    }

    @Test
    void a_repetition_needs_an_explanation() {
        claimAt(NOON);
        remind(NOON.plusMillis(5));
        remind(NOON.plusSeconds(30));

        var found = found(Standing.TO_BE_REMINDED);

        assertThat(found.duplicates()).isEqualTo(1);
        assertBad(found);
        assertThat(found.areGood(WORKERS, 1)).isTrue();
    }

    @Test
    void two_reminders_of_different_mailings_are_wrong_whatever_explains_them() {
        claimAt(NOON);
        remind(NOON.plusMillis(5));
        claims.put("token.2", new TreeSet<>(List.of(NOON.plusSeconds(60))));
        ledger.add("ana@acme.example", mail(2, NOON.plusSeconds(61)));

        var found = found(Standing.TO_BE_REMINDED);

        assertThat(found.twice()).isEqualTo(1);
        assertThat(found.duplicates()).isZero();
        assertThat(found.areGood(WORKERS, 100)).isFalse();
    }

    @Test
    void another_link_is_wrong() {
        claimAt(NOON);
        ledger.add(
                "ana@acme.example",
                new Taken("<token.0.1@mdm.example>", "https://mdm.example/else", NOON.plusMillis(5), 0));

        assertThat(found(Standing.TO_BE_REMINDED).different()).isEqualTo(1);
        assertBad(found(Standing.TO_BE_REMINDED));
    }

    @Test
    void people_add_up() {
        claimAt(NOON);
        remind(NOON.plusMillis(5));
        var ana = invitee(Standing.TO_BE_REMINDED);
        var bob =
                new Invitee("bob@acme.example", "batch", "bobs", ana.link(), Optional.empty(), Standing.TO_BE_REMINDED);
        var cara = new Invitee("cara@acme.example", "batch", "caras", ana.link(), Optional.empty(), Standing.ENROLLED);

        var found = ReminderFindings.of(List.of(ana, bob, cara), ledger, enrolled, new ReminderClaims(claims));

        assertThat(found)
                .extracting(
                        ReminderFindings::people,
                        ReminderFindings::reminded,
                        ReminderFindings::enrolledBefore,
                        ReminderFindings::forgotten)
                .containsExactly(3, 1, 1, 1);
    }

    private ReminderFindings found(Standing standing) {
        return ReminderFindings.of(List.of(invitee(standing)), ledger, enrolled, new ReminderClaims(claims));
    }

    private static Invitee invitee(Standing standing) {
        return new Invitee("ana@acme.example", "batch", "token", "https://mdm.example/ana", Optional.empty(), standing);
    }

    private void claimAt(Instant instant) {
        claims.computeIfAbsent("token.1", first -> new TreeSet<>()).add(instant);
    }

    private void remind(Instant begun) {
        ledger.add("ana@acme.example", mail(1, begun));
    }

    private static Taken mail(int mailing, Instant begun) {
        return new Taken("<token.0." + mailing + "@mdm.example>", "https://mdm.example/ana", begun, 0);
    }

    private static void assertGood(ReminderFindings found) {
        assertThat(found).matches(isGood());
    }

    private static void assertBad(ReminderFindings found) {
        assertThat(found).matches(isGood().negate());
    }

    private static Predicate<ReminderFindings> isGood() {
        return found -> found.areGood(WORKERS, 0);
    }
}
