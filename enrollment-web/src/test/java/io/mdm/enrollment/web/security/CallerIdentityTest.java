package io.mdm.enrollment.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mdm.enrollment.api.http.HttpProblem;
import io.mdm.enrollment.api.http.RequestException;
import io.mdm.enrollment.web.config.CallerConfiguration;
import jakarta.enterprise.inject.Instance;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of a token that the server has verified, and of requests without one. */
class CallerIdentityTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Optional<String> DEFAULT_CLAIM = Optional.of("organizations");

    private final Map<String, Object> claims = new HashMap<>(Map.of(
            "sub", "admin@acme.example",
            "iat", NOW.getEpochSecond(),
            "exp", NOW.plusSeconds(300).getEpochSecond()));
    private Optional<String> organizationsClaim = DEFAULT_CLAIM;

    @Test
    void a_caller_is_what_the_token_says() {
        claims.put("groups", Set.of("a.create", "a.list"));
        claims.put("organizations", List.of("acme", "tiny"));

        assertThat(caller())
                .isEqualTo(new Caller(
                        "admin@acme.example",
                        Set.of("a.create", "a.list"),
                        Optional.empty(),
                        Optional.of(Set.of("acme", "tiny"))));
    }

    @Test
    void what_the_token_does_not_say_is_nothing() {
        assertThat(caller())
                .isEqualTo(new Caller("admin@acme.example", Set.of(), Optional.empty(), Optional.of(Set.of())));
    }

    @Test
    void an_address_counts_unless_the_token_says_that_it_is_not_verified() {
        claims.put("email", "ana@acme.example");
        assertThat(caller().email()).contains("ana@acme.example");
        claims.put("email", Json.createValue("ana@acme.example"));
        assertThat(caller().email()).contains("ana@acme.example");

        for (Object verified : new Object[] {true, "true", JsonValue.TRUE}) {
            claims.put("email_verified", verified);
            assertThat(caller().email()).as("%s", verified).contains("ana@acme.example");
        }
        for (Object doubtful : new Object[] {false, "false", JsonValue.FALSE, JsonValue.NULL, 1, List.of("true")}) {
            claims.put("email_verified", doubtful);
            assertThat(caller().email()).as("%s", doubtful).isEmpty();
        }
    }

    @Test
    void an_address_of_another_type_is_none() {
        for (Object claim :
                new Object[] {7, List.of("ana@acme.example"), Map.of("ana@acme.example", true), JsonValue.NULL}) {
            claims.put("email", claim);
            assertThat(caller().email()).isEmpty();
        }
    }

    @Test
    void organizations_are_one_string_or_several_as_java_or_json() {
        claims.put("organizations", "acme");
        assertThat(caller().organizations()).contains(Set.of("acme"));

        claims.put("organizations", Json.createValue("acme"));
        assertThat(caller().organizations()).contains(Set.of("acme"));

        claims.put(
                "organizations",
                Json.createArrayBuilder().add("acme").add("tiny").build());
        assertThat(caller().organizations()).contains(Set.of("acme", "tiny"));

        claims.put("organizations", Map.of("acme", true));
        assertThat(caller().organizations()).contains(Set.of());
    }

    @ParameterizedTest
    @MethodSource("organizations_of_other_types")
    void organizations_of_another_type_are_none(Object claim) {
        claims.put("organizations", claim);

        assertThat(caller().organizations()).contains(Set.of());
    }

    static Stream<Object> organizations_of_other_types() {
        return Stream.of(
                7,
                true,
                JsonValue.NULL,
                Map.of("*", "*"),
                List.of(List.of("*"), Map.of("acme", "acme"), 7, true),
                Json.createArrayBuilder()
                        .add(Json.createArrayBuilder().add("*"))
                        .add(Json.createObjectBuilder().add("acme", "acme"))
                        .add(7)
                        .addNull()
                        .build());
    }

    @Test
    void of_a_huge_claim_every_organization_counts() {
        claims.put(
                "organizations",
                IntStream.range(0, 100_000).mapToObj(i -> "o" + i).toList());

        assertThat(caller().organizations().orElseThrow()).hasSize(100_000).contains("o99999");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "auth0|5f7c8ec7c33c6c004bbafe82", "Zoë Müller", "\uD83D\uDE42", "O'Brien <x>\\%"})
    void a_subject_is_any_text_of_one_line(String subject) {
        claims.put("sub", subject);

        assertThat(caller().subject()).isEqualTo(subject);
    }

    @Test
    void a_subject_has_at_most_255_characters() {
        claims.put("sub", "\uD83D\uDE42".repeat(255));
        assertThat(caller().subject()).hasSize(510);

        claims.put("sub", "a".repeat(256));
        assertRefused("Bearer x", HttpProblem.INVALID_TOKEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\0",
                "a\0b",
                "a\nb",
                "a\u0085",
                "a\u2028b",
                "a\u202Eb",
                "\u2066a",
                "\u200Fa",
                "\u061C",
                "\uD83D",
                "\uDE42\uD83D"
            })
    void a_subject_that_cannot_be_stored_or_shown_is_invalid(String subject) {
        claims.put("sub", subject);

        assertRefused("Bearer x", HttpProblem.INVALID_TOKEN);
    }

    @Test
    void the_operator_names_the_claim_or_switches_it_off() {
        claims.put("tenants", "acme");
        organizationsClaim = Optional.of("tenants");
        assertThat(caller().organizations()).contains(Set.of("acme"));

        organizationsClaim = Optional.empty();
        assertThat(caller().organizations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"nbf, 60", "iat, 60", "nbf, -3600", "iat, -3600", "exp, -59", "exp, 1"})
    void clocks_may_differ_by_a_minute(String claim, long ahead) {
        claims.put(claim, NOW.plusSeconds(ahead).getEpochSecond());

        assertThat(caller().subject()).isEqualTo("admin@acme.example");
    }

    @ParameterizedTest
    @CsvSource({"nbf, 61", "iat, 61", "nbf, 3600", "iat, 3600"})
    void a_token_of_the_future_is_invalid(String claim, long ahead) {
        claims.put(claim, NOW.plusSeconds(ahead).getEpochSecond());

        assertRefused("Bearer x", HttpProblem.INVALID_TOKEN);
    }

    @ParameterizedTest
    @ValueSource(longs = {60, 61, 290, 3600})
    void an_expired_token_is_invalid_even_if_the_server_accepts_it(long ago) {
        claims.put("exp", NOW.minusSeconds(ago).getEpochSecond());

        assertRefused("Bearer x", HttpProblem.INVALID_TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nbf", "iat", "exp", "groups"})
    void a_token_with_claims_of_the_wrong_type_is_invalid(String claim) {
        claims.put(claim, "soon");

        assertRefused("Bearer x", HttpProblem.INVALID_TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"iat", "exp"})
    void a_time_of_zero_stands_for_a_missing_one(String claim) {
        claims.put(claim, 0L);

        assertRefused("Bearer x", HttpProblem.INVALID_TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sub", "iat", "exp"})
    void a_token_without_a_required_claim_is_invalid(String claim) {
        claims.remove(claim);

        assertRefused("Bearer x", HttpProblem.INVALID_TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Bearer", "Bearer ", "Basic x", "Bearerx", "x Bearer", "Bearer: x"})
    void without_a_token_nobody_is_let_in(String authorization) {
        assertRefused(authorization, HttpProblem.NO_TOKEN);
    }

    @Test
    void without_a_header_nobody_is_let_in() {
        assertRefused(null, HttpProblem.NO_TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer x", "bearer x", "BEARER  x", " Bearer\tx "})
    void the_scheme_is_told_in_any_case(String authorization) {
        assertThat(identity(authorization).caller().subject()).isEqualTo("admin@acme.example");
    }

    private Caller caller() {
        return identity("Bearer x").caller();
    }

    private void assertRefused(@Nullable String authorization, HttpProblem problem) {
        assertThat(catchThrowableOfType(
                        RequestException.class, () -> identity(authorization).caller()))
                .extracting(RequestException::problem)
                .isEqualTo(problem);
    }

    private CallerIdentity identity(@Nullable String authorization) {
        return new CallerIdentity(
                request(authorization, new StatedToken(claims)),
                unasked(),
                new CallerConfiguration(organizationsClaim, Set.of()),
                () -> NOW);
    }

    /** Of what a container gives, the two things that are asked for. */
    private static HttpServletRequest request(@Nullable String authorization, JsonWebToken token) {
        return (HttpServletRequest) container(HttpServletRequest.class, method -> switch (method) {
            case "getHeader" -> authorization;
            case "getUserPrincipal" -> token;
            default -> throw new UnsupportedOperationException(method);
        });
    }

    /** Asked only about tokens that the server has overlooked. */
    @SuppressWarnings("unchecked") // the interface is generic, its class is not
    private static BearerAuthentication unasked() {
        return new BearerAuthentication((Instance<HttpAuthenticationMechanism>) container(Instance.class, method -> {
            throw new UnsupportedOperationException(method);
        }));
    }

    private static Object container(Class<?> type, Function<String, @Nullable Object> answers) {
        return Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answers.apply(method.getName()));
    }
}
