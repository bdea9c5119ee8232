package io.mdm.enrollment.web.metric;

import io.mdm.enrollment.api.spi.WebhookAnswer;

/** Result of a request to a webhook. */
enum WebhookResult {
    ACCEPTED,
    STATUS,
    GONE,
    TIMEOUT,
    UNREACHABLE,
    ADDRESS_REFUSED,
    BAD_ENDPOINT;

    static WebhookResult of(WebhookAnswer answer) {
        return answer.failure().map(failure -> valueOf(failure.name())).orElse(ACCEPTED);
    }
}
