package io.mdm.enrollment.persistence.store;

import io.mdm.enrollment.api.mail.MailState;
import io.mdm.enrollment.api.report.BatchQuery;
import io.mdm.enrollment.domain.report.BatchCounts;
import io.mdm.enrollment.domain.report.BatchRows;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

@Dependent
class JdbcBatchRows implements BatchRows {
    private final EnrollmentDatabase database;

    @Inject
    JdbcBatchRows(EnrollmentDatabase database) {
        this.database = database;
    }

    @Override
    public Found find(BatchQuery query, Instant now) {
        return database.query(BatchListSql.of(query, now), JdbcBatchRows::found).get(0);
    }

    private static Found found(ResultSet row) throws SQLException {
        var page = (String[]) row.getArray("page").getArray();
        return new Found(List.of(page), row.getInt("total"));
    }

    @Override
    public Map<String, BatchCounts> counts(String organizationId, List<String> batchIds, Instant now) {
        var ids = Chunks.strings(batchIds, Function.identity());
        var mails = byId(BatchCountsSql.mails(organizationId, ids), BatchCountsSql::readMails);
        var tokens = byId(BatchCountsSql.tokens(organizationId, ids, now), BatchCountsSql::readTokens);
        return tokens.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        batch -> new BatchCounts(
                                mails.getOrDefault(batch.getKey(), Map.<MailState, Integer>of()), batch.getValue())));
    }

    private <T> Map<String, T> byId(SqlFragment statement, EnrollmentDatabase.RowReader<T> reader) {
        return database.query(statement, row -> Map.entry(row.getString("id"), reader.read(row))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
