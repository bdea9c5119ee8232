package io.mdm.enrollment.api.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One action, however many tokens it concerned. It names no invited person.
 *
 * @param id 24 hexadecimal digits
 * @param actor the subject of the caller; null for the MDM server itself
 * @param bulkId of the bulk request; null for a token that was requested alone, and for tokens of several requests
 * @param tokenId null unless one token is concerned
 * @param tokens how many are concerned
 * @param webhookId null unless a webhook is concerned
 */
public record AuditRecord(
        String id,
        Instant at,
        @Nullable String actor,
        AuditAction action,
        @Nullable String bulkId,
        @Nullable String tokenId,
        int tokens,
        @Nullable String webhookId) {}
