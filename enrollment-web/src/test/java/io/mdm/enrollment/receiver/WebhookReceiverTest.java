package io.mdm.enrollment.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mdm.enrollment.receiver.Arrival.Repetition;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookReceiverTest {
    private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");
    private static final String ID = "msg_1f";
    private static final String BODY = "[" + SignedRequests.event("a", "b1") + "]";

    private final SigningSecret secret = SigningSecret.generate();
    private final SigningSecret next = SigningSecret.generate();
    private final WebhookReceiver receiver = at(NOW, secret);

    @Test
    void takes_a_signed_batch() {
        assertThat(receive(signed())).isEqualTo(Verification.VALID);

        assertThat(receiver.arrivals().newestFirst()).singleElement().satisfies(arrival -> {
            assertThat(arrival.requestId()).isEqualTo(ID);
            assertThat(arrival.attribute("type")).isEqualTo("mdm.windows.bulk.created");
            assertThat(arrival.bulkId()).isEqualTo("b1");
            assertThat(arrival.repetition()).isEqualTo(Repetition.NONE);
        });
    }

    /** The example of the specification, which all libraries of Standard Webhooks repeat in their tests. */
    @Test
    void verifies_the_published_signature() {
        var published = SigningSecret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        var then = Instant.ofEpochSecond(1614265330);
        var request = SignedRequests.with(
                "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                then,
                "{\"test\": 2432232314}");

        assertThat(published.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        assertThat(at(then, published).receive(request)).isEqualTo(Verification.NOT_A_BATCH);
        assertThat(at(then, secret).receive(request)).isEqualTo(Verification.NO_MATCH);
    }

    /** Published with the libraries: several signatures, of which the third is right. */
    @Test
    void takes_the_right_one_of_several_signatures() {
        var wrong = "Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc=";
        var right = secret.sign(ID, NOW.getEpochSecond(), BODY);

        assertThat(receive(signedWith("v1," + wrong + " v2," + wrong + " " + right + " v1," + wrong)))
                .isEqualTo(Verification.VALID);
        assertThat(receive(signedWith("v1," + wrong + " v2," + right.substring(3))))
                .isEqualTo(Verification.NO_MATCH);
    }

    @Test
    void takes_both_secrets_while_they_rotate() {
        var rotating = at(NOW, secret, next);
        var both = next.sign(ID, NOW.getEpochSecond(), BODY) + " " + secret.sign(ID, NOW.getEpochSecond(), BODY);

        assertThat(rotating.receive(SignedRequests.of(next, ID, NOW, BODY))).isEqualTo(Verification.VALID);
        assertThat(rotating.receive(SignedRequests.of(secret, ID, NOW, BODY))).isEqualTo(Verification.VALID);
        assertThat(receive(signedWith(both))).isEqualTo(Verification.VALID);
        assertThat(receive(SignedRequests.of(next, ID, NOW, BODY))).isEqualTo(Verification.NO_MATCH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "v1", "v1,", "invalid_signature", "v1,invalid_signature", "v2,g0hM9SsE", "v1a,g0hM9SsE"})
    void refuses_other_signatures(String signature) {
        assertThat(receive(signedWith(signature)).status()).isEqualTo(401);
        assertThat(receiver.arrivals().newestFirst())
                .singleElement()
                .satisfies(arrival -> assertThat(arrival.event()).isEmpty());
    }

    @Test
    void refuses_an_altered_body_or_id() {
        var altered = new WebhookRequest(signed().headers(), BODY + " ", false);

        assertThat(receive(altered)).isEqualTo(Verification.NO_MATCH);
        assertThat(receive(SignedRequests.changed(signed(), WebhookRequest.ID, "msg_2")))
                .isEqualTo(Verification.NO_MATCH);
    }

    @ParameterizedTest
    @CsvSource({
        "-301, TIMESTAMP_TOO_OLD",
        "-300, VALID",
        "0, VALID",
        "300, VALID",
        "301, TIMESTAMP_TOO_NEW",
        "9000000000000000, TIMESTAMP_TOO_NEW"
    })
    void takes_timestamps_of_five_minutes_around_now(long seconds, Verification expected) {
        assertThat(receive(SignedRequests.of(secret, ID, NOW.plusSeconds(seconds), BODY)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-1", "0", "1e9", " 1", "99999999999999999999"})
    void refuses_timestamps_that_are_no_seconds(String timestamp) {
        assertThat(receive(SignedRequests.changed(signed(), WebhookRequest.TIMESTAMP, timestamp)))
                .isEqualTo(Verification.TIMESTAMP_INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {WebhookRequest.ID, WebhookRequest.TIMESTAMP, WebhookRequest.SIGNATURE})
    void refuses_requests_without_a_header(String header) {
        assertThat(receive(SignedRequests.without(signed(), header))).isEqualTo(Verification.HEADER_MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not JSON", "{}", "[1]", "[{}]", "[", "[{\"specversion\":\"1.0\",\"id\":\"a\"}]"})
    void does_not_take_what_it_cannot_read(String body) {
        assertThat(receive(SignedRequests.of(secret, ID, NOW, body))).isEqualTo(Verification.NOT_A_BATCH);

        assertThat(receive(signed())).isEqualTo(Verification.VALID);
        assertThat(newest().repetition()).isEqualTo(Repetition.NONE);
    }

    @Test
    void leaves_no_trace_of_another_media_type_or_too_large_a_body() throws IOException {
        var large = new ByteArrayInputStream(new byte[WebhookRequest.MAX_BYTES + 1]);
        var type = Map.of("content-type", List.of("Application/CloudEvents-batch+JSON; charset=utf-8"));

        assertThat(receive(SignedRequests.changed(signed(), "Content-Type", "text/plain")))
                .isEqualTo(Verification.MEDIA_TYPE);
        assertThat(receive(WebhookRequest.read(type, large))).isEqualTo(Verification.TOO_LARGE);
        assertThat(receiver.arrivals().newestFirst()).isEmpty();
        assertThat(receive(WebhookRequest.read(type, new ByteArrayInputStream("[]".getBytes(UTF_8)))))
                .isEqualTo(Verification.HEADER_MISSING);
    }

    @Test
    void recognizes_a_repeated_request_by_its_id_and_a_repeated_event_by_its_own() {
        receive(signed());
        assertThat(receive(SignedRequests.of(secret, ID, NOW.plusSeconds(9), BODY)))
                .isEqualTo(Verification.VALID);
        assertThat(newest().repetition()).isEqualTo(Repetition.REQUEST);

        receive(SignedRequests.of(
                secret,
                "msg_2",
                NOW,
                "[" + SignedRequests.event("a", "b1") + "," + SignedRequests.event("b", "b1") + "]"));

        assertThat(receiver.arrivals().newestFirst().stream().map(Arrival::repetition))
                .containsExactly(Repetition.NONE, Repetition.EVENT, Repetition.REQUEST, Repetition.NONE);
    }

    @Test
    void a_refused_request_does_not_make_the_right_one_a_repetition() {
        receive(SignedRequests.of(next, ID, NOW, BODY));
        receive(signed());

        assertThat(newest().repetition()).isEqualTo(Repetition.NONE);
    }

    @Test
    void drops_the_oldest_of_very_many() {
        int batch = 200;
        for (int i = 0; i <= Arrivals.MAX_KEPT / batch; i++) {
            var events = new String[batch];
            for (int j = 0; j < batch; j++) {
                events[j] = SignedRequests.event(i + "-" + j, "b1");
            }
            receive(SignedRequests.of(secret, "msg_" + i, NOW, Arrays.toString(events)));
        }

        assertThat(receiver.arrivals().received()).isEqualTo(Arrivals.MAX_KEPT + batch);
        assertThat(receiver.arrivals().newestFirst()).hasSize(Arrivals.MAX_KEPT);
        assertThat(newest().attribute("id")).isEqualTo("25-199");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_", "whsec_c2hvcnQ=", "whsec_not base64"})
    void refuses_secrets_of_another_shape(String text) {
        assertThatThrownBy(() -> SigningSecret.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_secret_is_not_printed_by_accident() {
        assertThat(secret).hasToString("whsec_…");
    }

    private Verification receive(WebhookRequest request) {
        return receiver.receive(request);
    }

    private Arrival newest() {
        return receiver.arrivals().newestFirst().get(0);
    }

    private WebhookRequest signed() {
        return SignedRequests.of(secret, ID, NOW, BODY);
    }

    private static WebhookRequest signedWith(String signature) {
        return SignedRequests.with(signature, ID, NOW, BODY);
    }

    private static WebhookReceiver at(Instant now, SigningSecret... secrets) {
        return new WebhookReceiver(List.of(secrets), Clock.fixed(now, ZoneOffset.UTC));
    }
}
