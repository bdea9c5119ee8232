package io.mdm.enrollment.api.spi;

import io.mdm.enrollment.api.webhook.WebhookFailure;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Answer of a webhook. As a CDI event it is fired once for each request.
 *
 * @param failure empty if the receiver accepted the request
 * @param status that it answered; empty without an answer
 */
public record WebhookAnswer(Optional<WebhookFailure> failure, OptionalInt status) {
    private static final int GONE = 410;

    /** The receiver answered with this status. */
    public static WebhookAnswer of(int status) {
        return new WebhookAnswer(failureOf(status), OptionalInt.of(status));
    }

    /** There was no answer. */
    public static WebhookAnswer none(WebhookFailure failure) {
        return new WebhookAnswer(Optional.of(failure), OptionalInt.empty());
    }

    private static Optional<WebhookFailure> failureOf(int status) {
        if (status >= 200 && status < 300) {
            return Optional.empty();
        }
        return Optional.of(status == GONE ? WebhookFailure.GONE : WebhookFailure.STATUS);
    }
}
