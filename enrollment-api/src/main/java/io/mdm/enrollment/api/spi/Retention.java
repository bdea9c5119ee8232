package io.mdm.enrollment.api.spi;

import java.time.Duration;
import java.util.Optional;

/**
 * How long what is stored is kept; empty for ever.
 *
 * @param addresses addresses and names, from when a token can no longer be used
 * @param rows tokens, bulk requests and all that belongs to them, from when the last token of the request has expired
 * @param audit the audit record; at least {@value #MIN_AUDIT_DAYS} days, within which the database lets nobody delete it
 * @param receipts how long a request with an idempotency key is answered from memory
 */
public record Retention(
        Optional<Duration> addresses, Optional<Duration> rows, Optional<Duration> audit, Duration receipts) {
    /** No record of the audit can be deleted before. */
    public static final int MIN_AUDIT_DAYS = 90;
}
