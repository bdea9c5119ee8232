package io.mdm.enrollment.persistence.store;

import static io.mdm.enrollment.persistence.store.Chunks.strings;
import static io.mdm.enrollment.persistence.store.InstantConverter.timestamp;

import io.mdm.enrollment.domain.token.EnrollmentToken;
import io.mdm.enrollment.persistence.store.EnrollmentDatabase.Null;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Types;
import java.util.ArrayList;
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

    /** With what most batches have none of, so that they do not pay for it. */
    private static final String INSERT_PERSONAL = """
            insert into enrollment.enrollment_token (organization_id, batch_id, created_at, updated_at, expire_at, state,
                starts_at, id, batch_index, email, address_hash, mdm_user_id, language, key_id, salt, generation, name, settings)
            select ?, ?, ?, ?, ?, ?, ?::timestamptz, t.* from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as t
            """;

    private static final SettingsConverter SETTINGS = new SettingsConverter();

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
        boolean isPersonal = tokens.stream().anyMatch(UnnestTokenInsert::isPersonal);
        var parameters = new ArrayList<Object>(common(tokens.get(0)));
        if (isPersonal) {
            parameters.add(startsAt(tokens.get(0)));
        }
        parameters.addAll(columns(tokens));
        if (isPersonal) {
            parameters.add(strings(tokens, token -> token.name().orElse(null)));
            parameters.add(strings(
                    tokens,
                    token ->
                            SETTINGS.convertToDatabaseColumn(token.ownSettings().orElse(null))));
        }
        database.updateLater(isPersonal ? INSERT_PERSONAL : INSERT, parameters.toArray());
    }

    private static boolean isPersonal(EnrollmentToken token) {
        return token.name().isPresent()
                || token.ownSettings().isPresent()
                || token.startsAt().isPresent();
    }

    private static List<Object> common(EnrollmentToken first) {
        return List.of(
                first.organizationId(),
                first.batchId(),
                timestamp(first.createdAt()),
                timestamp(first.updatedAt()),
                timestamp(first.expireAt()),
                first.state().name());
    }

    private static Object startsAt(EnrollmentToken first) {
        return Null.or(first.startsAt().orElse(null), InstantConverter::timestamp, Types.TIMESTAMP_WITH_TIMEZONE);
    }

    private static List<Object> columns(List<EnrollmentToken> tokens) {
        return List.of(
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
