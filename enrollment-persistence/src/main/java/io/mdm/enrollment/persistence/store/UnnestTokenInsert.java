package io.mdm.enrollment.persistence.store;

import static io.mdm.enrollment.persistence.store.Chunks.strings;

import io.mdm.enrollment.domain.token.EnrollmentToken;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Bulk insert of tokens, the only one past JPA: one statement per thousand of them. What the tokens of a batch have in
 * common is sent once.
 */
@Dependent
class UnnestTokenInsert {
    private static final String INSERT = """
            insert into enrollment.enrollment_token (organization_id, batch_id, created_at, updated_at, expire_at, state,
                id, batch_index, email, address_hash, mdm_user_id, language, key_id, salt, generation)
            select ?, ?, ?, ?, ?, ?, t.* from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?) as t
            """;

    private final EnrollmentDatabase database;

    @Inject
    UnnestTokenInsert(EnrollmentDatabase database) {
        this.database = database;
    }

    /** @param tokens of one batch, new, all of them pending */
    void insert(List<EnrollmentToken> tokens) {
        Chunks.of(tokens, this::insertChunk);
    }

    private void insertChunk(List<EnrollmentToken> tokens) {
        var first = tokens.get(0);
        database.updateLater(
                INSERT,
                first.organizationId(),
                first.batchId(),
                InstantConverter.timestamp(first.createdAt()),
                InstantConverter.timestamp(first.updatedAt()),
                InstantConverter.timestamp(first.expireAt()),
                first.state().name(),
                strings(tokens, EnrollmentToken::id),
                Chunks.integers(tokens, EnrollmentToken::batchIndex),
                strings(tokens, token -> token.email().orElse(null)),
                Chunks.longs(tokens, token -> token.addressHash().orElse(null)),
                strings(tokens, token -> token.mdmUserId().orElse(null)),
                strings(tokens, token -> token.language().name()),
                strings(tokens, token -> token.seed().keyId()),
                Chunks.bytes(tokens, token -> token.seed().salt()),
                Chunks.integers(tokens, EnrollmentToken::generation));
    }
}
