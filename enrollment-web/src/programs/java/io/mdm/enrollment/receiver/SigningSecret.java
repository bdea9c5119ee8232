package io.mdm.enrollment.receiver;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.security.SecureRandom;
import java.util.Base64;

/** Secret of an endpoint (Standard Webhooks): {@code whsec_} and 24 to 64 bytes in Base64. */
public final class SigningSecret {
    private static final String PREFIX = "whsec_";
    private static final int MIN_BYTES = 24;
    private static final int MAX_BYTES = 64;
    private static final int NEW_BYTES = 32;

    private final String text;
    private final Webhook webhook;

    private SigningSecret(String text, Webhook webhook) {
        this.text = text;
        this.webhook = webhook;
    }

    public static SigningSecret generate() {
        var bytes = new byte[NEW_BYTES];
        new SecureRandom().nextBytes(bytes);
        return of(PREFIX + Base64.getEncoder().encodeToString(bytes));
    }

    /** @throws IllegalArgumentException for a text of another shape, which the message does not repeat */
    public static SigningSecret of(String text) {
        if (!text.startsWith(PREFIX)) {
            throw new IllegalArgumentException("a secret begins with " + PREFIX);
        }
        int bytes = Base64.getDecoder().decode(text.substring(PREFIX.length())).length;
        if (bytes < MIN_BYTES || bytes > MAX_BYTES) {
            throw new IllegalArgumentException("a secret has 24 to 64 bytes, this one " + bytes);
        }
        try {
            return new SigningSecret(text, new Webhook(text));
        } catch (EmptyWebhookSecretException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What the sender is told. */
    public String text() {
        return text;
    }

    /**
     * The signature of a request, {@code v1,} and an HMAC-SHA256 in Base64.
     *
     * @param timestamp of the attempt, in seconds since 1970
     */
    public String sign(String id, long timestamp, String body) {
        try {
            return webhook.sign(id, timestamp, body);
        } catch (WebhookSigningException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
