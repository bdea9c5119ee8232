package io.mdm.enrollment.benchmark;

import io.mdm.enrollment.support.Database;
import java.util.Map;

/** Tokens that were stored long before, made by SQL from one that the product wrote. */
record StoredTokens(Database database) {
    /** Values of what differs between tokens; everything else is as in the one. */
    private static final Map<String, String> DIFFERENT = Map.of(
            "id", "lpad(to_hex(n), 24, '0')",
            "batch_id", "lpad(to_hex(n / 1000), 24, '0')",
            "batch_index", "n % 1000",
            "email", "'person-' || n || '@stored.example'",
            "address_hash", "hashint8extended(n, 0)",
            "salt", "substr(sha256(n::text::bytea), 1, length(t.salt))");

    /** Takes about a minute for five million. */
    void multiply(int count) {
        new RowCopies(database, "enrollment_token")
                .insert(
                        DIFFERENT,
                        "(select * from enrollment.enrollment_token limit 1) as t, generate_series(1::bigint, %d) as n"
                                .formatted(count));
        database.update("vacuum analyze enrollment.enrollment_token");
    }
}
