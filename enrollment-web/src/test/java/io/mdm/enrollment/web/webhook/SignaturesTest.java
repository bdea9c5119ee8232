package io.mdm.enrollment.web.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures against the vectors that Standard Webhooks publishes. */
class SignaturesTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final Instant AT = Instant.ofEpochSecond(1_614_265_330);
    private static final String BODY = "{\"test\": 2432232314}";
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    @Test
    void the_published_vector() {
        assertThat(Signatures.of(ID, AT, BODY, List.of(SECRET))).contains(SIGNATURE);
    }

    @Test
    void several_secrets_sign_while_they_are_rotated() {
        var other = "whsec_" + Base64.getEncoder().encodeToString(new byte[32]);

        assertThat(Signatures.of(ID, AT, BODY, List.of(other, SECRET))
                        .orElseThrow()
                        .split(" ", -1))
                .hasSize(2)
                .allMatch(signature -> signature.startsWith("v1,"))
                .endsWith(SIGNATURE);
    }

    @Test
    void id_time_and_body_are_all_signed() {
        assertThat(List.of(
                        Signatures.of(ID + "x", AT, BODY, List.of(SECRET)).orElseThrow(),
                        Signatures.of(ID, AT.plusSeconds(1), BODY, List.of(SECRET))
                                .orElseThrow(),
                        Signatures.of(ID, AT, BODY + " ", List.of(SECRET)).orElseThrow()))
                .doesNotContain(SIGNATURE)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "whsec_",
                "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZI",
                "whsec_not base64 at all, though long enough",
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
            })
    void an_unfit_secret_signs_nothing(String secret) {
        assertThat(Signatures.of(ID, AT, BODY, List.of(SECRET, secret))).isEmpty();
    }

    @Test
    void without_a_secret_nothing_is_signed() {
        assertThat(Signatures.of(ID, AT, BODY, List.of())).isEmpty();
    }
}
