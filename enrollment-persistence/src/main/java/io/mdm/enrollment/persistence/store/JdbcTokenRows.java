package io.mdm.enrollment.persistence.store;

import io.mdm.enrollment.api.token.TokenQuery;
import io.mdm.enrollment.domain.token.TokenRows;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

@Dependent
class JdbcTokenRows implements TokenRows {
    private final EnrollmentDatabase database;

    @Inject
    JdbcTokenRows(EnrollmentDatabase database) {
        this.database = database;
    }

    @Override
    public Found find(TokenQuery query, Instant now) {
        return database.query(TokenListSql.of(query, now), JdbcTokenRows::found).get(0);
    }

    private static Found found(ResultSet row) throws SQLException {
        var page = (String[]) row.getArray("page").getArray();
        return new Found(List.of(page), row.getInt("total"));
    }
}
