package io.mdm.enrollment.persistence.directory;

import io.mdm.enrollment.persistence.store.EnrollmentDatabase;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Relations of the schema {@code mdm}: a host's views, or tables of the same shape where there are none. */
@Dependent
class MdmRelations {
    private static final Map<String, String> COLUMNS = new LinkedHashMap<>();

    static {
        COLUMNS.put("organization", """
                id text primary key, slug text not null unique, name text not null, language text,
                bulk_enrollment boolean not null default false, token_quota integer, time_zone text
                """);
        COLUMNS.put("windows_enterprise", """
                id text primary key, organization_id text not null unique, server_name text not null,
                primary_color text, logo_url text, contact_email text, contact_phone text, mail_from text
                """);
        COLUMNS.put("windows_policy", "id text primary key, organization_id text not null, name text not null");
        COLUMNS.put(
                "segment", "id bigint, organization_id text, name text not null, primary key (organization_id, id)");
        COLUMNS.put(
                "webhook",
                "id text primary key, organization_id text, url text not null, secret text not null, events text not null");
        COLUMNS.put(
                "mdm_user", "id text primary key, organization_id text not null, email text not null, language text");
    }

    private final EnrollmentDatabase database;

    @Inject
    MdmRelations(EnrollmentDatabase database) {
        this.database = database;
    }

    /** Creates a table for each relation that is absent; any that exists, of whatever kind, stays as it is. */
    void createWhereAbsent() {
        var absent = new ArrayList<>(COLUMNS.keySet());
        absent.removeAll(kinds().keySet());
        if (!absent.isEmpty()) {
            database.update("do $$ begin " + String.join("; ", creating(absent)) + "; end $$");
        }
    }

    /**
     * One node at a time, because several may start at once, and "if not exists" does not hold between transactions.
     * The schema is looked up in the catalog, since {@code to_regnamespace} may answer with what this session knew
     * before its turn.
     */
    private static List<String> creating(List<String> absent) {
        var statements = new ArrayList<String>();
        statements.add("perform pg_advisory_xact_lock(hashtextextended('enrollment directory', 0))");
        statements.add("if not exists (select from pg_namespace where nspname = 'mdm') then create schema mdm; end if");
        absent.forEach(relation ->
                statements.add("create table if not exists mdm." + relation + " (" + COLUMNS.get(relation) + ")"));
        if (absent.contains("mdm_user")) {
            statements.add(
                    "create index if not exists mdm_user_by_address on mdm.mdm_user (organization_id, lower(email))");
        }
        return statements;
    }

    /** The relations that are not tables, and can therefore not be filled. */
    List<String> views() {
        var tables = List.of("r", "p");
        return kinds().entrySet().stream()
                .filter(relation -> !tables.contains(relation.getValue()))
                .map(relation -> "mdm." + relation.getKey())
                .sorted()
                .toList();
    }

    boolean holdOrganizations() {
        return exists("select 1 from mdm.organization limit 1");
    }

    private boolean exists(String query) {
        return !database.query(query, row -> true).isEmpty();
    }

    private Map<String, String> kinds() {
        var kinds = new LinkedHashMap<String, String>();
        database.query(
                "select relname, relkind::text from pg_class where relnamespace = to_regnamespace('mdm') and relname = any (?)",
                row -> kinds.put(row.getString(1), row.getString(2)),
                new EnrollmentDatabase.Array("text", COLUMNS.keySet().toArray()));
        return kinds;
    }
}
