package io.mdm.enrollment.api.token;

import java.util.Set;
import java.util.function.BinaryOperator;

/**
 * Changes to the settings of one token; what is not given stays as it is.
 *
 * @param given which of the values count
 * @param values the new values; nothing, or a default, where none is given
 */
public record TokenChanges(Set<Field> given, EnrollmentSettings values) {

    /** Settings that can be changed after a token was issued. */
    public enum Field {
        DISPLAY_NAME((settings, values) -> settings.withDisplayName(values.displayName())),
        TAGS((settings, values) -> settings.withTags(values.tags())),
        WIN_POLICY_ID((settings, values) -> settings.withWinPolicyId(values.winPolicyId())),
        WIN_POLICY_ASSIGNMENTS((settings, values) -> settings.withWinPolicyAssignments(values.winPolicyAssignments())),
        SEGMENT_ID((settings, values) -> settings.withSegmentId(values.segmentId()));

        @SuppressWarnings("ImmutableEnumChecker") // the functions have no state
        private final BinaryOperator<EnrollmentSettings> change;

        Field(BinaryOperator<EnrollmentSettings> change) {
            this.change = change;
        }
    }

    /** These settings with the changes made. */
    public EnrollmentSettings appliedTo(EnrollmentSettings settings) {
        var changed = settings;
        for (var field : given) {
            changed = field.change.apply(changed, values);
        }
        return changed;
    }
}
