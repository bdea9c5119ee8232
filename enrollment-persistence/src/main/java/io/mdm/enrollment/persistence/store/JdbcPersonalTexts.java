package io.mdm.enrollment.persistence.store;

import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.recipient.AddressPattern;
import io.mdm.enrollment.domain.retention.PersonalTexts;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/**
 * Scans of one organization's rows: people are erased seldom, and every request would pay for an index. A fragment is
 * looked for first, because a regular expression takes twenty times as long. The collation C makes letters of ASCII
 * alike whatever the database's locale, the Turkish one included.
 */
@Dependent
class JdbcPersonalTexts implements PersonalTexts {
    /** A scan of millions of rows takes many seconds, and whoever has to erase a person waits for it. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Batches as an array, or the planner, who cannot guess how many there are, may read the table from end to end. */
    private static final String REJECTED = """
            update enrollment.enrollment_rejection set email = null, address_hash = null
            where batch_id = any (array(select id from enrollment.enrollment_batch where organization_id = ?))
              and (address_hash = ? or strpos(lower(email collate "C"), ?) > 0 and email collate "C" ~* ?)
            """;

    /** Whatever settings there are. */
    private static final String SETTINGS = """
            update enrollment.%s set settings = (
                select jsonb_object_agg(key, case jsonb_typeof(value) when 'array' then (
                        select coalesce(jsonb_agg(item order by n), '[]')
                        from jsonb_array_elements(value) with ordinality as items (item, n)
                        where jsonb_typeof(item) <> 'string' or item #>> '{}' collate "C" !~* ?)
                    else value end)::text
                from jsonb_each(settings::jsonb)
                where jsonb_typeof(value) <> 'string' or value #>> '{}' collate "C" !~* ?)
            where organization_id = ? and strpos(lower(settings collate "C"), ?) > 0 and exists (
                select from jsonb_path_query(settings::jsonb, '$.**') as text
                where jsonb_typeof(text) = 'string' and text #>> '{}' collate "C" ~* ?)
            """;

    private static final String NAMES = """
            update enrollment.enrollment_token set name = null
            where organization_id = ? and strpos(lower(name collate "C"), ?) > 0 and name collate "C" ~* ?
            """;

    private static final String NOTES = """
            update enrollment.mailing set note = null
            where batch_id = any (array(select id from enrollment.enrollment_batch where organization_id = ?))
              and strpos(lower(note collate "C"), ?) > 0 and note collate "C" ~* ?
            """;

    private final EnrollmentDatabase database;
    private final EnrollmentDatabase impatient;

    @Inject
    JdbcPersonalTexts(EnrollmentDatabase database) {
        this.database = database.patient(PATIENCE);
        this.impatient = database;
    }

    @Override
    public void eraseSettings(String organizationId, AddressPattern address) {
        eraseSettings("enrollment_batch", organizationId, address);
        eraseSettings("enrollment_token", organizationId, address);
        database.update(NAMES, organizationId, address.fragment(), address.regex());
        database.update(NOTES, organizationId, address.fragment(), address.regex());
    }

    private void eraseSettings(String table, String organizationId, AddressPattern address) {
        var regex = address.regex();
        database.update(SETTINGS.formatted(table), regex, regex, organizationId, address.fragment(), regex);
    }

    /** Not patient: once JPA holds a connection in the transaction, Liberty shares no other with another timeout. */
    @Override
    public void eraseNotes(EnrollmentBatch batch) {
        impatient.update("""
                update enrollment.mailing set note = null
                where batch_id = (select id from enrollment.enrollment_batch where organization_id = ? and id = ?)
                """, batch.organizationId(), batch.id());
    }

    @Override
    public int eraseRejected(String organizationId, long addressHash, Optional<AddressPattern> address) {
        return database.update(
                REJECTED,
                organizationId,
                addressHash,
                address.map(AddressPattern::fragment).orElse(null),
                address.map(AddressPattern::regex).orElse(null));
    }
}
