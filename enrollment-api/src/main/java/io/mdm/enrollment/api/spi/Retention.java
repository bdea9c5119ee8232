package io.mdm.enrollment.api.spi;

import java.time.Duration;
import java.util.Optional;

/**
 * Retention periods of stored data; an empty period keeps the data indefinitely.
 *
 * @param addresses addresses and names, counted from the end of the token
 * @param rows tokens and bulk requests, counted from the expiry of the last token of the request
 * @param audit audit record; at least {@value #MIN_AUDIT_DAYS} days, during which the database refuses deletion
 * @param receipts receipts of requests with an idempotency key
 */
public record Retention(
        Optional<Duration> addresses, Optional<Duration> rows, Optional<Duration> audit, Duration receipts) {
    /** Age below which the database refuses to delete an audit entry. */
    public static final int MIN_AUDIT_DAYS = 90;
}
