package io.mdm.enrollment.persistence.store;

import static io.mdm.enrollment.persistence.store.SqlFragment.none;
import static io.mdm.enrollment.persistence.store.SqlFragment.sql;

import io.mdm.enrollment.api.token.TokenQuery;
import java.util.function.Function;

/**
 * Conditions on the settings that hold for a token {@code t}: its own, else those of its batch. They are looked into
 * once per batch, and at a token only when it has its own: parsing them for every token would take seconds for a
 * million.
 */
final class SettingsConditions {
    private SettingsConditions() {}

    /** Policy and segment asked for, as one more condition; nothing when neither is. */
    static SqlFragment of(TokenQuery query) {
        return query.winPolicyId().isPresent() || query.segmentId().isPresent()
                ? sql("and (")
                        .then(hold(query.organizationId(), settings -> policyAndSegment(query, settings)))
                        .then(")\n")
                : none();
    }

    /** The display name is like the pattern, in any case. */
    static SqlFragment nameLike(String organizationId, String pattern) {
        return hold(
                organizationId, settings -> sql("lower(" + settings + " ->> 'displayName') like lower(?)", pattern));
    }

    /** @param condition on settings, given the expression that stands for them */
    private static SqlFragment hold(String organizationId, Function<String, SqlFragment> condition) {
        return sql(
                        "t.settings is null and t.batch_id = any(array(select id from enrollment.enrollment_batch"
                                + " where organization_id = ? and ",
                        organizationId)
                .then(condition.apply("settings::jsonb"))
                .then(")) or t.settings is not null and ")
                .then(condition.apply("t.settings::jsonb"));
    }

    private static SqlFragment policyAndSegment(TokenQuery query, String settings) {
        var policy = query.winPolicyId()
                .map(id -> sql(
                        "and (%1$s ->> 'winPolicyId' = ? or %1$s -> 'winPolicyAssignments' @> ?::jsonb) "
                                .formatted(settings),
                        id,
                        "[{\"winPolicyId\":\"" + id + "\"}]"))
                .orElse(none());
        var segment = query.segmentId()
                .map(id -> sql("and (%s ->> 'segmentId')::bigint = ?".formatted(settings), id))
                .orElse(none());
        return sql("true ").then(policy).then(segment);
    }
}
