package io.mdm.enrollment.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Check of headers and body against the secrets of an endpoint, of which there are several while they rotate.
 *
 * <p>Signs again and compares, instead of calling {@code Webhook.verify}, whose clock is the machine's.
 */
record SignatureCheck(List<SigningSecret> secrets, Clock clock) {
    /** In both directions, as in the libraries of Standard Webhooks. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final Pattern SECONDS = Pattern.compile("[1-9][0-9]{0,15}");

    Verification of(WebhookRequest request) {
        var id = request.header(WebhookRequest.ID).orElse("");
        var timestamp = request.header(WebhookRequest.TIMESTAMP).orElse("");
        var signatures = request.header(WebhookRequest.SIGNATURE).orElse("");
        if (Stream.of(id, timestamp, signatures).anyMatch(String::isEmpty)) {
            return Verification.HEADER_MISSING;
        }
        if (!SECONDS.matcher(timestamp).matches()) {
            return Verification.TIMESTAMP_INVALID;
        }
        long seconds = Long.parseLong(timestamp);
        var age = Duration.between(Instant.ofEpochSecond(seconds), clock.instant());
        if (age.compareTo(TOLERANCE) > 0) {
            return Verification.TIMESTAMP_TOO_OLD;
        }
        if (age.negated().compareTo(TOLERANCE) > 0) {
            return Verification.TIMESTAMP_TOO_NEW;
        }
        boolean matches = secrets.stream()
                .map(secret -> secret.sign(id, seconds, request.body()))
                .anyMatch(expected -> contains(signatures, expected));
        return matches ? Verification.VALID : Verification.NO_MATCH;
    }

    /** Signatures of other versions than {@code v1} are passed over, because they equal none that is expected. */
    private static boolean contains(String signatures, String expected) {
        return Stream.of(signatures.split(" "))
                .anyMatch(signature -> MessageDigest.isEqual(signature.getBytes(UTF_8), expected.getBytes(UTF_8)));
    }
}
