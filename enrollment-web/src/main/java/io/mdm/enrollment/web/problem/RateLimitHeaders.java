package io.mdm.enrollment.web.problem;

import io.mdm.enrollment.api.RateLimit;
import java.time.Duration;
import java.util.Map;

/**
 * Headers of a request that a rate limit refused: {@code Retry-After} (RFC 9110, section 10.2.3), {@code RateLimit} and
 * {@code RateLimit-Policy} (draft-ietf-httpapi-ratelimit-headers-10, sections 3 and 4).
 */
final class RateLimitHeaders {
    private RateLimitHeaders() {}

    /** @param policy name of the limit, letters only */
    static Map<String, String> of(String policy, RateLimit limit) {
        long wait = seconds(limit.retryAfter());
        return Map.of(
                "Retry-After",
                Long.toString(wait),
                "RateLimit-Policy",
                "\"%s\";q=%d;w=%d".formatted(policy, limit.quota(), seconds(limit.window())),
                "RateLimit",
                "\"%s\";r=%d;t=%d".formatted(policy, limit.remaining(), wait));
    }

    /** Whole seconds, rounded up: who comes back in time must not be refused again. */
    private static long seconds(Duration duration) {
        return Math.max(1, duration.plusMillis(999).toSeconds());
    }
}
