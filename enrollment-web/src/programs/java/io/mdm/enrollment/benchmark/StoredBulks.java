package io.mdm.enrollment.benchmark;

import io.mdm.enrollment.support.Database;
import io.mdm.enrollment.support.Tenant;
import java.util.Map;

/**
 * Bulk requests of an organization that were stored long before, made by SQL from its only one, which has mail.
 *
 * <p>The older half has expired. Of the others, each tenth was revoked as a whole. Everywhere else, three of ten
 * recipients have enrolled. All mails but one of a hundred were sent.
 */
record StoredBulks(Database database, Tenant tenant) {
    /** Recipients of each. */
    static final int SIZE = 1_000;

    private static final Map<String, String> TOKEN = Map.of(
            "id", "left(b.id, 8) || lpad(to_hex(i), 4, '0') || right(t.id, 12)",
            "batch_id", "b.id",
            "batch_index", "i",
            "email", "'person-' || i || '@' || b.id || '.example'",
            "address_hash", "hashtextextended(b.id, i)",
            "salt", "substr(sha256((b.id || i)::bytea), 1, length(t.salt))",
            "state", "case when b.revoked then 'DELETED' when i % 10 < 3 then 'DONE' else 'PENDING' end",
            "win_device_id", "case when not b.revoked and i % 10 < 3 then 'device-' || i end",
            "created_at", "b.created_at",
            "expire_at", "b.expire_at");

    private static final Map<String, String> INVITATION = Map.of(
            "batch_id", "b.id",
            "batch_index", "i",
            "state", "case i % 100 when 99 then 'FAILED' else 'SENT' end",
            "attempts", "1",
            "last_reply", "case i % 100 when 99 then 550 else 250 end",
            "sent_at", "case i % 100 when 99 then null else b.created_at end");

    /** Takes about a minute for a thousand. */
    void add(int count) {
        var only = database.texts("select id from enrollment.enrollment_batch where organization_id = ?", tenant.id())
                .get(0);
        var hours = "make_interval(hours => b - " + count / 2 + ")";
        new RowCopies(database, "enrollment_batch")
                .insert(
                        Map.of(
                                "id",
                                "lpad(to_hex(b), 8, '0') || right(t.id, 16)",
                                "created_at",
                                "t.created_at - make_interval(hours => " + count + " - b)",
                                "expire_at",
                                "t.created_at + " + hours,
                                "last_expire_at",
                                "t.created_at + " + hours,
                                "total",
                                Integer.toString(SIZE),
                                "success",
                                Integer.toString(SIZE),
                                "settings",
                                """
                                        (t.settings::jsonb || jsonb_build_object('displayName', 'Laptops ' || b,
                                            'tags', array['room ' || b % 100]))::text"""),
                        "(select * from enrollment.enrollment_batch where id = '%s') t, generate_series(1, %d) b"
                                .formatted(only, count));
        database.update("analyze enrollment.enrollment_batch, enrollment.enrollment_token, enrollment.invitation");
        var stored = """
                (select id, created_at, expire_at, expire_at > now() and row_number() over (order by id) %% 10 = 0 as revoked
                    from enrollment.enrollment_batch where organization_id = '%s' and id <> '%s') b,
                generate_series(0, %d) i,
                (select * from enrollment.%s where batch_id = '%2$s' limit 1) t
                order by b.id, i""";
        new RowCopies(database, "enrollment_token")
                .insert(TOKEN, stored.formatted(tenant.id(), only, SIZE - 1, "enrollment_token"));
        new RowCopies(database, "invitation")
                .insert(INVITATION, stored.formatted(tenant.id(), only, SIZE - 1, "invitation"));
    }
}
