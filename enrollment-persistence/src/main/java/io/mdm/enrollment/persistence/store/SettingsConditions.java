package io.mdm.enrollment.persistence.store;

import static io.mdm.enrollment.persistence.store.SqlFragment.none;
import static io.mdm.enrollment.persistence.store.SqlFragment.sql;

import io.mdm.enrollment.api.token.TokenQuery;
import jakarta.json.spi.JsonProvider;
import java.util.List;

/**
 * Conditions on the settings that hold for a token: its own, else those of its batch. They are looked into once per
 * batch, and at a token only when it has its own: reading them for every token would take seconds for a million.
 */
final class SettingsConditions {
    /** Looked up once: every call of {@code Json.create…} searches all libraries for one. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private SettingsConditions() {}

    /** Whether policy, segment or tags are asked for. */
    static boolean areIn(TokenQuery query) {
        return query.winPolicyId().isPresent()
                || query.segmentId().isPresent()
                || !query.tags().isEmpty();
    }

    /** Conditions on the settings of a batch {@code b}. */
    static SqlFragment ofBatch(TokenQuery query) {
        return of(query, "b.list_settings", "b.tags");
    }

    /** Conditions on the settings of a token {@code t} that has its own. */
    static SqlFragment ofToken(TokenQuery query) {
        return of(query, "t.list_settings", "t.settings::jsonb -> 'tags'");
    }

    private static SqlFragment of(TokenQuery query, String settings, String tags) {
        var policy = query.winPolicyId()
                .map(id -> sql(
                        "and (%1$s ->> 'winPolicyId' = ? or %1$s -> 'winPolicyAssignments' @> ?::jsonb)\n"
                                .formatted(settings),
                        id,
                        "[{\"winPolicyId\":\"" + id + "\"}]"))
                .orElse(none());
        var segment = query.segmentId()
                .map(id -> sql("and (%s ->> 'segmentId')::bigint = ?\n".formatted(settings), id))
                .orElse(none());
        var tagged = query.tags().isEmpty()
                ? none()
                : sql(
                        "and (%s) @> any(?::jsonb[])\n".formatted(tags),
                        Chunks.strings(List.copyOf(query.tags()), SettingsConditions::asArray));
        return sql("true ").then(policy).then(segment).then(tagged);
    }

    /** The tag as a list of tags, which others contain: of that, the planner can tell how rare it is. */
    private static String asArray(String tag) {
        return JSON.createArrayBuilder().add(tag).build().toString();
    }

    /** The display name that holds for a token {@code t} is like the pattern, in any case. */
    static SqlFragment nameLike(String organizationId, String pattern) {
        return sql("""
                t.settings is null and t.batch_id in (
                    select id from enrollment.enrollment_batch
                    where organization_id = ? and lower(list_settings ->> 'displayName') like lower(?))
                or t.settings is not null and lower(t.list_settings ->> 'displayName') like lower(?)""", organizationId, pattern, pattern);
    }
}
