package io.mdm.enrollment.domain.audit;

import io.mdm.enrollment.api.audit.AuditAction;
import java.time.Instant;
import java.util.Optional;

/**
 * Entry of the audit record: one action, however many tokens it concerned.
 *
 * @param actor the subject of the caller; empty for the MDM server itself
 * @param batchId empty when tokens of several batches are concerned
 * @param tokenId empty unless one token is concerned
 * @param tokens how many are concerned
 * @param webhookId empty unless a webhook is concerned
 */
public record AuditEntry(
        String organizationId,
        Instant at,
        Optional<String> actor,
        AuditAction action,
        Optional<String> batchId,
        Optional<String> tokenId,
        int tokens,
        Optional<String> webhookId) {}
