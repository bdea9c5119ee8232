package io.mdm.enrollment.persistence.store;

import io.mdm.enrollment.api.TokenQuery;
import io.mdm.enrollment.domain.token.TokenRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

@ApplicationScoped
class JdbcTokenRows implements TokenRows {
    @Inject
    EnrollmentDatabase database;

    @Override
    public List<String> page(TokenQuery query, Instant now) {
        var statement = TokenListSql.page(query, now);
        return database.query(statement.text(), row -> row.getString(1), statement.parameters());
    }

    @Override
    public int count(TokenQuery query, Instant now) {
        var statement = TokenListSql.count(query, now);
        return database.query(statement.text(), row -> row.getInt(1), statement.parameters())
                .get(0);
    }
}
