package io.mdm.enrollment.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.chaos.EventLedger.Delivery;
import io.mdm.enrollment.chaos.EventLedger.Fate;
import io.mdm.enrollment.receiver.Verification;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Findings of the chaos run for events, with violations planted. */
class EventFindingsTest {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final String CODE = "K7QFA-2M9XR";

    private static final String BULK_CREATED = event("1-1", "bulk.created", "bulk", "\"total\":1");
    private static final String CREATED =
            event("2-1", "enrollmentToken.created", "token", "\"enrollmentTokenId\":\"token\"");
    private static final String SENT = event("3-1", "invitation.sent", "token", "\"mailing\":0");
    private static final String COMPLETED = event("4-1", "bulk.completed", "bulk", "\"total\":1");
    private static final String REVOKED =
            event("5-1", "enrollmentToken.revoked", "token", "\"enrollmentTokenId\":\"token\"");
    private static final String EXPIRED =
            event("6-1", "enrollmentToken.expired", "token", "\"enrollmentTokenId\":\"token\"");

    private final List<Delivery> deliveries = new ArrayList<>();
    private final Map<String, JsonObject> certain = new HashMap<>();
    private final Map<String, JsonObject> possible = new HashMap<>();

    @BeforeEach
    void prepare() {
        cause("bulk.created bulk", "total", 1);
        cause("bulk.completed bulk", "total", 1);
        cause("invitation.sent token", "mailing", 0);
        certain.put("enrollmentToken.created token", token());
        certain.put("enrollmentToken.revoked token", token());
        possible.put("enrollmentToken.expired token", token());
    }

    @Test
    void everything_told_once_in_order_is_good() {
        store("a", BULK_CREATED, CREATED, SENT);
        store("b", COMPLETED, REVOKED);

        assertGood();
    }

    @Test
    void a_repetition_is_counted_and_good() {
        store("a", BULK_CREATED, CREATED, SENT);
        add("b", Fate.REFUSED, COMPLETED, REVOKED);
        store("b", COMPLETED, REVOKED);
        store("b", COMPLETED, REVOKED);

        var counts = EventCounts.of(deliveries, NOON);

        assertGood();
        assertThat(counts.refused()).isEqualTo(1);
        assertThat(counts.repeatedRequests()).isEqualTo(1);
        assertThat(counts.repeatedEvents()).isEqualTo(2);
        assertThat(counts.events()).containsEntry("enrollmentToken.created", 1L).hasSize(5);
    }

    @Test
    void an_event_that_did_not_arrive_is_lost() {
        store("a", BULK_CREATED, CREATED, SENT, COMPLETED);

        assertFound(EventFindings::lost, "enrollmentToken.revoked token");
    }

    @Test
    void an_event_that_was_only_refused_is_lost_and_its_request_not_repeated() {
        store("a", BULK_CREATED, CREATED, SENT, COMPLETED);
        add("b", Fate.REFUSED, REVOKED);

        assertFound(EventFindings::lost, "enrollmentToken.revoked token");
        assertFound(EventFindings::dropped, "b");
    }

    @Test
    void a_refused_request_that_comes_under_another_id_is_not_repeated() {
        add("a", Fate.REFUSED, BULK_CREATED, CREATED, SENT);
        store("c", BULK_CREATED, CREATED, SENT, COMPLETED, REVOKED);

        assertFound(EventFindings::dropped, "a");
    }

    @Test
    void an_event_that_the_receiver_forgot_is_its_own_loss() {
        store("a", BULK_CREATED, CREATED, SENT, COMPLETED);
        add("b", Fate.FORGOTTEN, REVOKED);

        assertThat(found().forgotten()).containsExactly("enrollmentToken.revoked token");
        assertGood();
    }

    @Test
    void an_event_without_a_cause_is_invented() {
        store("a", BULK_CREATED, CREATED, SENT, COMPLETED, REVOKED);
        store("b", event("9-1", "enrollmentToken.redeemed", "token", "\"winDeviceId\":\"device\""));

        assertThat(found().invented()).singleElement().asString().contains("redeemed");
        assertBad();
    }

    @Test
    void an_event_that_only_may_be_told_need_not_be() {
        store("a", BULK_CREATED, CREATED, SENT, COMPLETED, EXPIRED, REVOKED);

        assertGood();
    }

    @Test
    void a_mail_that_was_refused_for_good_must_be_told_with_the_reply() {
        fail(550);
        store("a", BULK_CREATED, CREATED, COMPLETED, REVOKED);
        assertFound(EventFindings::lost, "invitation.failed token");

        store("b", event("3-2", "invitation.failed", "token", "\"mailing\":0,\"reason\":\"refused\",\"reply\":551"));
        assertThat(found().untrue()).hasSize(1);

        deliveries.remove(1);
        store("b", event("3-2", "invitation.failed", "token", "\"mailing\":0,\"reason\":\"refused\",\"reply\":550"));
        assertThat(found().lost()).isEmpty();
        assertThat(found().untrue()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 450})
    void a_mail_that_may_have_been_withdrawn_need_not_be_told(int reply) {
        fail(reply);
        store("a", BULK_CREATED, CREATED, COMPLETED, REVOKED);

        assertGood();
    }

    private void fail(int reply) {
        certain.remove("invitation.sent token");
        new EventCauses(certain, possible, Map.of())
                .addMail(
                        "FAILED",
                        reply,
                        "token",
                        Json.createObjectBuilder().add("mailing", 0).build());
    }

    @Test
    void a_run_in_which_too_little_happened_proves_nothing() {
        var floor = EventFloor.of(10_000);

        assertThat(floor).isEqualTo(new EventFloor(3_000, 2_000, 1_000));
        assertThat(floor.isReachedBy(3_000, 2_000, 1_000)).isTrue();
        assertThat(floor.isReachedBy(2_999, 9_000, 9_000)).isFalse();
        assertThat(floor.isReachedBy(9_000, 1_999, 9_000)).isFalse();
        assertThat(floor.isReachedBy(9_000, 9_000, 999)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"mailing\":1", "\"other\":0"})
    void an_event_that_tells_something_else_is_untrue(String content) {
        store("a", BULK_CREATED, CREATED, event("3-1", "invitation.sent", "token", content), COMPLETED, REVOKED);

        assertThat(found().untrue()).hasSize(1);
        assertBad();
    }

    @Test
    void the_same_told_by_two_events_is_wrong() {
        store("a", BULK_CREATED, CREATED, SENT, COMPLETED, REVOKED, REVOKED.replace("5-1", "7-1"));

        assertThat(found().toldTwice()).singleElement().asString().startsWith("enrollmentToken.revoked token");
        assertBad();
    }

    @Test
    void a_mail_that_left_once_is_told_once() {
        store("a", BULK_CREATED, CREATED, SENT, COMPLETED, REVOKED, SENT.replace("3-1", "7-1"));

        assertThat(found().toldTwice()).hasSize(1);
        assertThat(found(2).toldTwice()).isEmpty();
    }

    @Test
    void a_token_before_its_bulk_is_out_of_order() {
        store("a", CREATED, BULK_CREATED, SENT, COMPLETED, REVOKED);

        assertDisordered("enrollmentToken.created");
    }

    @Test
    void an_event_before_the_creation_of_its_token_is_out_of_order() {
        store("a", BULK_CREATED, SENT);
        store("b", CREATED, COMPLETED, REVOKED);

        assertDisordered("invitation.sent");
    }

    @Test
    void a_mail_after_the_completion_of_its_bulk_is_out_of_order() {
        store("a", BULK_CREATED, CREATED, COMPLETED, SENT, REVOKED);

        assertDisordered("invitation.sent");
    }

    @Test
    void an_expiry_after_the_revocation_is_out_of_order() {
        store("a", BULK_CREATED, CREATED, SENT, COMPLETED, REVOKED, EXPIRED);

        assertDisordered("enrollmentToken.revoked");
    }

    @Test
    void order_is_that_of_the_first_arrivals_forgotten_ones_included() {
        add("a", Fate.FORGOTTEN, BULK_CREATED, CREATED);
        store("b", SENT, COMPLETED, REVOKED);
        store("a", BULK_CREATED, CREATED);

        assertGood();
    }

    @Test
    void another_body_under_the_same_id_is_wrong() {
        add("a", Fate.REFUSED, BULK_CREATED, CREATED, SENT);
        store("a", BULK_CREATED, CREATED, SENT, COMPLETED, REVOKED);

        assertFound(EventFindings::changed, "a");
    }

    @Test
    void another_event_under_the_same_id_is_wrong() {
        store("a", BULK_CREATED, CREATED, SENT, COMPLETED, REVOKED);
        store("b", REVOKED.replace("12:00", "12:01"));

        assertFound(EventFindings::changed, "5-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ana@acme.example", "https://mdm.example/enroll/x", "mdmenr_x", CODE, "K7QFA2M9XR"})
    void what_is_secret_or_personal_is_found(String secret) {
        store("a", BULK_CREATED, CREATED, SENT.replace("\"mailing\"", "\"x\":\"" + secret + "\",\"mailing\""));
        store("b", COMPLETED, REVOKED);

        assertThat(found().leaks()).hasSize(1);
        assertBad();
    }

    @Test
    void a_wrong_signature_is_found_and_its_events_do_not_count() {
        store("a", BULK_CREATED, CREATED, SENT, COMPLETED);
        deliveries.add(new Delivery(NOON, "b", body(REVOKED), Verification.NO_MATCH, Fate.REFUSED));

        assertThat(found().forged()).containsExactly("b NO_MATCH");
        assertThat(found().lost()).hasSize(1);
    }

    private void assertDisordered(String type) {
        assertThat(found().disordered()).singleElement().asString().contains(type);
        assertBad();
    }

    private void assertFound(Function<EventFindings, List<String>> what, String text) {
        assertThat(what.apply(found())).containsExactly(text);
        assertBad();
    }

    private void assertGood() {
        assertThat(found()).matches(EventFindings::areGood);
    }

    private void assertBad() {
        assertThat(found()).matches(found -> !found.areGood());
    }

    private EventFindings found() {
        return found(1);
    }

    private EventFindings found(int mails) {
        return EventFindings.of(
                deliveries, new EventCauses(certain, possible, Map.of("token", mails)), new EventSecrets(Set.of(CODE)));
    }

    private void cause(String cause, String member, int value) {
        certain.put(cause, Json.createObjectBuilder().add(member, value).build());
    }

    private static JsonObject token() {
        return Json.createObjectBuilder().add("enrollmentTokenId", "token").build();
    }

    private void store(String id, String... events) {
        add(id, Fate.STORED, events);
    }

    private void add(String id, Fate fate, String... events) {
        deliveries.add(new Delivery(NOON, id, body(events), Verification.VALID, fate));
    }

    private static String body(String... events) {
        return "[" + String.join(",", events) + "]";
    }

    private static String event(String id, String type, String subject, String content) {
        return """
                {"id":"%s","type":"mdm.windows.%s","subject":"%s","time":"2026-06-01T12:00:00Z",\
                "data":{"bulkId":"bulk",%s}}""".formatted(id, type, subject, content);
    }
}
