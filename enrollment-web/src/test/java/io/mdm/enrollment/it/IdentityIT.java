package io.mdm.enrollment.it;

import static io.mdm.enrollment.it.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.http.HttpProblem;
import io.mdm.enrollment.api.http.Permission;
import io.mdm.enrollment.support.BulkBody;
import io.mdm.enrollment.support.DevelopmentJwt;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.HostDirectory;
import io.mdm.enrollment.support.Reply;
import io.mdm.enrollment.support.SigningKeys;
import io.mdm.enrollment.support.Tenant;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityIT extends SharedServer {
    private static final BulkBody NOBODY = BulkBody.inviting();

    private final Tenant tenant = Tenant.any();
    private final DevelopmentJwt good = DevelopmentJwt.of("admin@identity.example", Instant.now())
            .permissions(Permission.CREATE)
            .organizations(tenant.slug());

    @Test
    void nobody_is_asked_for_a_token(EnrollmentServer server) {
        assertAsked(server.asNobody().postBulk(tenant, NOBODY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic YWRtaW46YWRtaW4=", "Bearer", "Bearer ", "Basic", "BearerX eyJ.eyJ.x", ""})
    void whoever_shows_something_else_is_asked_for_a_token(String authorization, EnrollmentServer server) {
        assertAsked(server.authorizedBy(authorization).postBulk(tenant, NOBODY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bearer", "BEARER", "bEaReR"})
    void the_scheme_is_written_in_any_case(
            String scheme, EnrollmentServer server, SigningKeys keys, HostDirectory host) {
        host.add(tenant);

        assertThat(answer(server.authorizedBy(scheme + " " + good.signedBy(keys))))
                .isEqualTo(200);
        assertInvalid(server.authorizedBy(scheme + " " + good.signedBy(SigningKeys.generate())));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void a_bad_token_is_invalid(
            BiFunction<DevelopmentJwt, SigningKeys, String> token,
            EnrollmentServer server,
            SigningKeys keys,
            HostDirectory host) {
        host.add(tenant);

        assertThat(answer(server.as(good.signedBy(keys)))).isEqualTo(200);
        assertInvalid(server.as(token.apply(good, keys)));
    }

    static Stream<Named<BiFunction<DevelopmentJwt, SigningKeys, String>>> bad() {
        return Stream.of(
                Named.of("garbage", (jwt, keys) -> "garbage"),
                Named.of("two parts", (jwt, keys) -> parts(jwt.signedBy(keys), 2)),
                Named.of("four parts", (jwt, keys) -> jwt.signedBy(keys) + ".YWJj"),
                Named.of("five parts", (jwt, keys) -> jwt.signedBy(keys) + ".YWJj.YWJj"),
                Named.of("empty parts", (jwt, keys) -> ".."),
                Named.of("text behind it", (jwt, keys) -> jwt.signedBy(keys) + " and more"),
                Named.of("another key", (jwt, keys) -> jwt.signedBy(SigningKeys.generate())),
                Named.of("not signed", (jwt, keys) -> jwt.unsigned()),
                Named.of("the public key as a secret", (jwt, keys) -> jwt.forgedFrom(keys)),
                Named.of("another algorithm", (jwt, keys) -> jwt.signedWithRs384(keys)),
                claims("expired", jwt -> jwt.validFor(Duration.ofMinutes(-5))),
                claims(
                        "not valid for an hour",
                        jwt -> jwt.notBefore(Instant.now().plusSeconds(3600))),
                claims(
                        "issued in an hour",
                        jwt -> jwt.with("iat", seconds(3600)).with("exp", seconds(7200))),
                claims("another issuer", jwt -> jwt.with("iss", Json.createValue("https://evil.example"))),
                claims("another audience", jwt -> jwt.with("aud", Json.createValue("others"))),
                claims("no audience", jwt -> jwt.without("aud")),
                claims("no issuer", jwt -> jwt.without("iss")),
                claims("no expiry", jwt -> jwt.without("exp")),
                claims("no issue date", jwt -> jwt.without("iat")),
                claims("no subject", jwt -> jwt.without("sub")),
                claims("a null subject", jwt -> jwt.with("sub", JsonValue.NULL)),
                claims("a number as subject", jwt -> jwt.with("sub", Json.createValue(7))),
                claims("a subject with NUL", jwt -> jwt.with("sub", Json.createValue("a\0b"))),
                claims("a subject with a line break", jwt -> jwt.with("sub", Json.createValue("a\nb"))),
                claims("a subject that turns direction", jwt -> jwt.with("sub", Json.createValue("a\u202Eb"))),
                claims("an empty subject", jwt -> jwt.with("sub", Json.createValue(""))),
                claims("a subject of 4 000 characters", jwt -> jwt.with("sub", Json.createValue("a".repeat(4_000)))),
                claims("an expiry in words", jwt -> jwt.with("exp", Json.createValue("tomorrow"))),
                claims("a start in words", jwt -> jwt.with("nbf", Json.createValue("yesterday"))));
    }

    @Test
    void a_token_that_brings_its_own_key_is_invalid_and_nobody_is_asked_for_it(
            EnrollmentServer server, HostDirectory host) throws IOException {
        host.add(tenant);
        var forger = SigningKeys.generate();
        try (var elsewhere = ServerSocketChannel.open()) {
            elsewhere.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            var keySet =
                    Json.createValue("http://127.0.0.1:" + elsewhere.socket().getLocalPort() + "/keys");

            assertInvalid(server.as(good.signedBy(forger, "jwk", forger.publicJwk())));
            assertInvalid(server.as(good.signedBy(forger, "jku", keySet)));
            assertInvalid(server.as(good.signedBy(forger, "x5u", keySet)));

            elsewhere.configureBlocking(false);
            assertThat(elsewhere.accept())
                    .as("a connection made before the answer")
                    .isNull();
        }
    }

    @Test
    void a_token_with_a_critical_extension_that_nobody_knows_is_invalid(
            EnrollmentServer server, SigningKeys keys, HostDirectory host) {
        host.add(tenant);
        var critical = Json.createArrayBuilder().add("urn:example:unknown").build();

        assertInvalid(server.as(good.signedBy(keys, "crit", critical)));
    }

    @Test
    void clocks_may_differ_by_less_than_a_minute(EnrollmentServer server, SigningKeys keys, HostDirectory host) {
        host.add(tenant);
        var early = good.with("iat", seconds(30)).with("nbf", seconds(30)).with("exp", seconds(300));
        var late = good.with("iat", seconds(-300)).with("exp", seconds(-30));

        assertThat(answer(server.as(early.signedBy(keys)))).isEqualTo(200);
        assertThat(answer(server.as(late.signedBy(keys)))).isEqualTo(200);
    }

    @Test
    void one_audience_of_several_is_enough(EnrollmentServer server, SigningKeys keys, HostDirectory host) {
        host.add(tenant);
        var several = good.with(
                "aud", Json.createArrayBuilder().add("others").add("mdm").build());

        assertThat(answer(server.as(several.signedBy(keys)))).isEqualTo(200);
    }

    private int answer(EnrollmentServer server) {
        return server.postBulk(tenant, NOBODY).status();
    }

    private void assertInvalid(EnrollmentServer server) {
        var reply = server.postBulk(tenant, NOBODY);
        assertRefused(reply, HttpProblem.INVALID_TOKEN);
        assertThat(reply.headers().allValues("WWW-Authenticate")).containsExactly("Bearer error=\"invalid_token\"");
    }

    private static void assertAsked(Reply reply) {
        assertRefused(reply, HttpProblem.NO_TOKEN);
        assertThat(reply.headers().allValues("WWW-Authenticate")).containsExactly("Bearer");
    }

    private static Named<BiFunction<DevelopmentJwt, SigningKeys, String>> claims(
            String name, UnaryOperator<DevelopmentJwt> change) {
        return Named.of(name, (jwt, keys) -> change.apply(jwt).signedBy(keys));
    }

    private static JsonValue seconds(long fromNow) {
        return Json.createValue(Instant.now().getEpochSecond() + fromNow);
    }

    private static String parts(String jwt, int count) {
        return String.join(".", Stream.of(jwt.split("\\.")).limit(count).toList());
    }
}
