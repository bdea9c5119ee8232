package io.mdm.enrollment.web.body;

import static io.mdm.enrollment.web.body.Field.optional;
import static io.mdm.enrollment.web.body.Field.required;
import static io.mdm.enrollment.web.body.ValueRule.listOf;

import io.mdm.enrollment.api.token.EnrollmentSettings;
import io.mdm.enrollment.api.token.PolicyAssignment;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** Fields of the settings shared by all tokens of a request. */
public final class SettingsFields {
    public static final int MAX_TAGS = 64;
    public static final int MAX_ASSIGNMENTS = 100;
    public static final int MIN_PRIORITY = 0;
    public static final int MAX_PRIORITY = 10_000;
    public static final Duration DEFAULT_DURATION = Duration.ofDays(1);

    private static final WholeNumber PRIORITY = WholeNumber.between(MIN_PRIORITY, MAX_PRIORITY);
    private static final WholeNumber SEGMENT = WholeNumber.between(-WholeNumber.MAX_SAFE, WholeNumber.MAX_SAFE);

    private static final FieldTable ASSIGNMENT = FieldTable.of(
            optional("winPolicyId", TextRules::id),
            required("priority", value -> (int) value.integer(PRIORITY)).withDefault(0));

    /** Time from now, for tokens that were issued before. */
    public static final Field<Duration> MORE_TIME = optional("duration", SettingsFields::duration);

    /** How long new tokens can be redeemed. */
    public static final Field<Duration> DURATION = MORE_TIME.withDefault(DEFAULT_DURATION);

    /** One field for each component of {@link EnrollmentSettings}, by its name. */
    public static final FieldTable TABLE = FieldTable.of(
            required("sendEmail", ValueReader::bool).withDefault(false),
            optional("displayName", TextRules::singleLine),
            optional("tags", listOf(MAX_TAGS, TextRules::singleLine)).withDefault(List.of()),
            DURATION,
            optional("language", ValueReader::language),
            optional("emailText", TextRules::emailText),
            optional("winPolicyId", TextRules::idUnlessEmpty),
            optional("winPolicyAssignments", listOf(MAX_ASSIGNMENTS, ASSIGNMENT.as(PolicyAssignment.class)))
                    .withDefault(List.of()),
            optional("segmentId", value -> value.integer(SEGMENT)));

    private static final Function<FieldValues, EnrollmentSettings> SETTINGS = TABLE.mapping(EnrollmentSettings.class);

    private SettingsFields() {}

    /** The settings, defaults applied. */
    public static EnrollmentSettings settings(FieldValues values) {
        return SETTINGS.apply(values);
    }

    private static Duration duration(ValueReader value) {
        var limits = value.limits();
        return Duration.ofSeconds(value.integer(WholeNumber.seconds(limits.durationMin(), limits.durationMax())));
    }
}
