package io.mdm.enrollment.api.token;

import java.util.Set;

/**
 * What is to become different about one token; what is not given stays as it is.
 *
 * @param given which of the values count
 * @param values what is not given stands in them as nothing
 */
public record TokenChanges(Set<Field> given, EnrollmentSettings values) {

    /** What can be changed after a token was issued. */
    public enum Field {
        DISPLAY_NAME,
        TAGS,
        WIN_POLICY_ID,
        WIN_POLICY_ASSIGNMENTS,
        SEGMENT_ID
    }

    /** These settings with the changes made. */
    public EnrollmentSettings appliedTo(EnrollmentSettings settings) {
        return new EnrollmentSettings(
                settings.sendEmail(),
                from(Field.DISPLAY_NAME, settings).displayName(),
                from(Field.TAGS, settings).tags(),
                settings.duration(),
                settings.language(),
                settings.emailText(),
                from(Field.WIN_POLICY_ID, settings).winPolicyId(),
                from(Field.WIN_POLICY_ASSIGNMENTS, settings).winPolicyAssignments(),
                from(Field.SEGMENT_ID, settings).segmentId());
    }

    private EnrollmentSettings from(Field field, EnrollmentSettings settings) {
        return given.contains(field) ? values : settings;
    }
}
