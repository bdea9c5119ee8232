package io.mdm.enrollment.domain.issuance;

import io.mdm.enrollment.api.IdempotencyKey;
import io.mdm.enrollment.api.IssueTokens;
import io.mdm.enrollment.api.spi.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/** Receipts of requests with an idempotency key, stored in the transaction that carried them out. */
public interface IdempotencyRecords {

    /**
     * Claims the key until the running transaction ends.
     *
     * @return false when another transaction, on whatever node, holds it
     */
    boolean claim(Scope scope);

    /** The record stored at that instant or later. */
    Optional<IdempotencyRecord> find(Scope scope, Instant notBefore);

    /** Stores the record in place of an older one. */
    void put(Scope scope, IdempotencyRecord record, Instant now);

    /**
     * Scope of a key: an organization and a caller.
     *
     * @param key hash of the key, in which a caller may have put an address
     */
    record Scope(String organizationId, String caller, String key) {

        static Scope of(IssueTokens command, IdempotencyKey key) {
            var hash = Sha256.hash(key.value().getBytes(StandardCharsets.US_ASCII));
            return new Scope(
                    command.organizationId(),
                    command.requestedBy(),
                    HexFormat.of().formatHex(hash));
        }
    }
}
