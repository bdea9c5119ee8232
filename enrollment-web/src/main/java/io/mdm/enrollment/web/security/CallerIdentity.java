package io.mdm.enrollment.web.security;

import io.mdm.enrollment.api.http.HttpProblem;
import io.mdm.enrollment.api.http.RequestException;
import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.web.config.CallerConfiguration;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonString;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Identity of the caller. The server has verified signature, issuer and audience (MicroProfile JWT 2.1); the rest is
 * checked here: the times of the token, of which servers check some and allow different deviations, and requests
 * without a token.
 */
@Dependent
class CallerIdentity {
    private static final String BEARER = "bearer";
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(60);

    /**
     * What is stored, logged and shown as a caller: 1 to 255 characters without control characters, half surrogate
     * pairs, line separators and marks of writing direction.
     */
    private static final Pattern SUBJECT = Pattern.compile(
            "[^\\p{Cc}\\p{Cs}\\u2028\\u2029\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]{1,255}");

    private final HttpServletRequest request;
    private final BearerAuthentication authentication;
    private final CallerConfiguration configuration;
    private final ModuleClock clock;

    /** @param request proxy of the current request */
    @Inject
    CallerIdentity(
            HttpServletRequest request,
            BearerAuthentication authentication,
            CallerConfiguration configuration,
            ModuleClock clock) {
        this.request = request;
        this.authentication = authentication;
        this.configuration = configuration;
        this.clock = clock;
    }

    Caller caller() {
        var bearer = bearerToken(request.getHeader("Authorization"));
        try {
            return caller(verified(bearer));
        } catch (ClassCastException wrongType) {
            throw new RequestException(HttpProblem.INVALID_TOKEN, wrongType);
        }
    }

    private Caller caller(JsonWebToken token) {
        if (!isSubject(token.getSubject()) || !isValidAt(clock.instant(), token)) {
            throw new RequestException(HttpProblem.INVALID_TOKEN);
        }
        return new Caller(
                token.getSubject(),
                Optional.ofNullable(token.getGroups()).orElse(Set.of()),
                email(token),
                configuration.organizationsClaim().map(name -> strings(token.getClaim(name))));
    }

    /** An address that its issuer says nobody has verified may be another person's. */
    private static Optional<String> email(JsonWebToken token) {
        Object verified = token.getClaim(Claims.email_verified.name());
        boolean isDoubtful = verified != null && !Set.of("true").contains(verified.toString());
        Object email = token.getClaim(Claims.email.name());
        return isDoubtful ? Optional.empty() : string(email).findFirst();
    }

    private JsonWebToken verified(String bearer) {
        return request.getUserPrincipal() instanceof JsonWebToken token
                ? token
                : authentication
                        .verify(request, bearer)
                        .orElseThrow(() -> new RequestException(HttpProblem.INVALID_TOKEN));
    }

    private static String bearerToken(@Nullable String authorization) {
        var words =
                authorization == null ? new String[0] : authorization.strip().split("\\s+", 2);
        if (words.length < 2 || !words[0].equalsIgnoreCase(BEARER)) {
            throw new RequestException(HttpProblem.NO_TOKEN);
        }
        return words[1];
    }

    private static boolean isSubject(@Nullable String subject) {
        return subject != null && SUBJECT.matcher(subject).matches();
    }

    /** Some servers give 0 for a time that the token does not name. */
    private static boolean isValidAt(Instant now, JsonWebToken token) {
        Long issuedAt = token.getClaim(Claims.iat);
        Long notBefore = token.getClaim(Claims.nbf);
        Long expiry = token.getClaim(Claims.exp);
        long latest = now.plus(CLOCK_SKEW).getEpochSecond();
        return issuedAt != null
                && issuedAt > 0
                && issuedAt <= latest
                && (notBefore == null || notBefore <= latest)
                && expiry != null
                && expiry > now.minus(CLOCK_SKEW).getEpochSecond();
    }

    /** Claim as servers provide it: a string or an array, as Java or JSON values; anything else names nothing. */
    private static Set<String> strings(@Nullable Object claim) {
        var values = claim instanceof Collection<?> several ? several.stream() : Stream.ofNullable(claim);
        return values.flatMap(CallerIdentity::string).collect(Collectors.toSet());
    }

    private static Stream<String> string(@Nullable Object value) {
        if (value instanceof JsonString string) {
            return Stream.of(string.getString());
        }
        return value instanceof String string ? Stream.of(string) : Stream.empty();
    }
}
