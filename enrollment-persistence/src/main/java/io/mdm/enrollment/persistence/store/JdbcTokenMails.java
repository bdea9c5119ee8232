package io.mdm.enrollment.persistence.store;

import static java.util.Objects.requireNonNull;

import io.mdm.enrollment.api.mail.Mail;
import io.mdm.enrollment.domain.token.EnrollmentToken;
import io.mdm.enrollment.domain.token.TokenMails;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

@Dependent
class JdbcTokenMails implements TokenMails {
    private final EnrollmentDatabase database;

    @Inject
    JdbcTokenMails(EnrollmentDatabase database) {
        this.database = database;
    }

    @Override
    public Map<String, Mail> ofAll(String organizationId, List<EnrollmentToken> tokens) {
        return database
                .query(
                        """
                        select t.id, %s from unnest(?, ?, ?) as t (id, batch_id, batch_index)
                        join enrollment.enrollment_batch b on b.id = t.batch_id and b.organization_id = ?
                        join enrollment.invitation i on i.batch_id = b.id and i.batch_index = t.batch_index
                        """.formatted(MailColumns.ALL),
                        row -> Map.entry(row.getString(1), requireNonNull(MailColumns.read(row, 2))),
                        Chunks.strings(tokens, EnrollmentToken::id),
                        Chunks.strings(tokens, EnrollmentToken::batchId),
                        Chunks.integers(tokens, EnrollmentToken::batchIndex),
                        organizationId)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
