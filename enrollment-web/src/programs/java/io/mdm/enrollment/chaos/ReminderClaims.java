package io.mdm.enrollment.chaos;

import io.mdm.enrollment.support.Database;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * When reminders were claimed, by token and mailing: the beginning of each statement that did, which is before the
 * moment at which it looked who has enrolled. A trigger of this program notes it in the claim's own transaction.
 */
record ReminderClaims(Map<String, NavigableSet<Instant>> instants) {
    private static final List<String> TRIGGER = List.of(
            "create table public.reminder_claim (batch_id text, batch_index integer, mailing integer, at timestamptz)",
            """
            create function public.note_reminder_claim() returns trigger language plpgsql as $$
            begin
              insert into public.reminder_claim values (new.batch_id, new.batch_index, new.mailing, statement_timestamp());
              return null;
            end $$
            """,
            """
            create trigger reminder_claims after update on enrollment.invitation for each row
              when (new.mailing > 0 and new.unconfirmed > old.unconfirmed) execute function public.note_reminder_claim()
            """);

    private static final String CLAIMS = """
            select t.id || '.' || c.mailing || ' ' || (extract(epoch from c.at) * 1000000)::bigint
            from public.reminder_claim c
            join enrollment.enrollment_token t on t.batch_id = c.batch_id and t.batch_index = c.batch_index
            where t.organization_id = ?
            """;

    /** Has the database note claims from now on. */
    static void note(Database database) {
        TRIGGER.forEach(database::update);
    }

    static ReminderClaims of(Database database, String organizationId) {
        return new ReminderClaims(database.texts(CLAIMS, organizationId).stream()
                .map(row -> row.split(" ", -1))
                .collect(Collectors.groupingBy(
                        row -> row[0],
                        Collectors.mapping(
                                row -> Instant.EPOCH.plus(Long.parseLong(row[1]), ChronoUnit.MICROS),
                                Collectors.toCollection(TreeSet<Instant>::new)))));
    }

    /** The last claim before the message was begun. */
    Optional<Instant> of(ReminderMail mail) {
        return Optional.ofNullable(instants.get(mail.tokenId() + "." + mail.mailing()))
                .map(all -> all.floor(mail.taken().begun()));
    }
}
