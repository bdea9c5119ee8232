package io.mdm.enrollment.domain.idempotency;

import io.mdm.enrollment.api.IdempotencyKey;
import io.mdm.enrollment.api.IdempotentCommand;
import io.mdm.enrollment.api.Receipt;
import io.mdm.enrollment.api.spi.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/** Records of requests with an idempotency key, stored in the transaction that carried them out. */
public interface IdempotencyRecords {

    /**
     * Claims the key until the running transaction ends.
     *
     * @return false when another transaction, on whatever node, holds it
     */
    boolean claim(Scope scope);

    /**
     * The record stored at that instant or later.
     *
     * @param type of its receipt, if the request is the same
     */
    <R extends Record> Optional<IdempotencyRecord<R>> find(Scope scope, Class<R> type, Instant notBefore);

    /**
     * Stores a record in place of an older one.
     *
     * @param receipt as {@link Receipt} describes it
     */
    void put(Scope scope, String requestHash, Record receipt, Instant now);

    /**
     * Scope of a key: an organization and a caller.
     *
     * @param key hash of the key, in which a caller may have put an address
     */
    record Scope(String organizationId, String caller, String key) {

        static Scope of(IdempotentCommand<?, ?> command) {
            return of(command.organizationId(), command.requestedBy(), command.key());
        }

        public static Scope of(String organizationId, String caller, IdempotencyKey key) {
            var hash = Sha256.hash(key.value().getBytes(StandardCharsets.US_ASCII));
            return new Scope(organizationId, caller, HexFormat.of().formatHex(hash));
        }
    }
}
