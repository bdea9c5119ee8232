package io.mdm.enrollment.web.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Signatures of requests by the symmetric scheme of Standard Webhooks 1.0. */
final class Signatures {
    private static final String PREFIX = "whsec_";
    private static final int MIN_BYTES = 24;
    private static final int MAX_BYTES = 64;

    private Signatures() {}

    /**
     * Value of the header {@code webhook-signature}: one signature for each secret.
     *
     * @return empty if a secret is not {@code whsec_} and 24 to 64 bytes in base64
     */
    static Optional<String> of(String messageId, Instant at, String body, List<String> secrets) {
        if (secrets.isEmpty() || !secrets.stream().allMatch(Signatures::isFit)) {
            return Optional.empty();
        }
        return Optional.of(String.join(
                " ",
                secrets.stream()
                        .map(secret -> signature(secret, messageId, at, body))
                        .toList()));
    }

    private static String signature(String secret, String messageId, Instant at, String body) {
        try {
            return new Webhook(secret).sign(messageId, at.getEpochSecond(), body);
        } catch (EmptyWebhookSecretException | WebhookSigningException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean isFit(String secret) {
        try {
            int bytes = Base64.getDecoder().decode(secret.substring(PREFIX.length())).length;
            return secret.startsWith(PREFIX) && bytes >= MIN_BYTES && bytes <= MAX_BYTES;
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException unfit) {
            return false;
        }
    }
}
