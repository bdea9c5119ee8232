package io.mdm.enrollment.support;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class DevelopmentJwtTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private final SigningKeys keys = SigningKeys.generate();

    @Test
    void verifies_with_the_public_key() throws GeneralSecurityException {
        String token = DevelopmentJwt.of("ana", NOW).signedBy(keys);
        int dot = token.lastIndexOf('.');

        var verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(keys.pair().getPublic());
        verifier.update(token.substring(0, dot).getBytes(UTF_8));
        assertThat(verifier.verify(Base64.getUrlDecoder().decode(token.substring(dot + 1))))
                .isTrue();
    }

    @Test
    void holds_every_claim_that_the_server_requires() {
        var jwt = DevelopmentJwt.of("ana", NOW)
                .permissions("read")
                .organizations("acme")
                .validFor(Duration.ofHours(1));

        assertThat(jwt.claims()).containsKeys("iss", "aud", "exp", "iat", "sub", "jti", "groups", "organizations");
        assertThat(jwt.claims().getJsonNumber("exp").longValue())
                .isEqualTo(NOW.plusSeconds(3600).getEpochSecond());
        assertThat(jwt.without("sub").claims()).doesNotContainKey("sub");
    }

    @Test
    void bad_ones_are_bad_in_the_chosen_way() {
        var jwt = DevelopmentJwt.of("ana", NOW);

        assertThat(header(jwt.unsigned())).contains("\"none\"");
        assertThat(header(jwt.forgedFrom(keys))).contains("\"HS256\"");
        assertThat(header(jwt.signedWithRs384(keys))).contains("\"RS384\"");
    }

    private static String header(String token) {
        return new String(Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.'))), UTF_8);
    }
}
