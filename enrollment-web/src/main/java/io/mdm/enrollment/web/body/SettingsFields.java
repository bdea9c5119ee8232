package io.mdm.enrollment.web.body;

import static io.mdm.enrollment.web.body.Field.optional;
import static io.mdm.enrollment.web.body.Field.required;
import static io.mdm.enrollment.web.body.ValueRule.listOf;

import io.mdm.enrollment.api.token.EnrollmentSettings;
import io.mdm.enrollment.api.token.PolicyAssignment;
import io.mdm.enrollment.api.token.TokenChanges;
import io.mdm.enrollment.web.answer.WireName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    private static final Map<String, TokenChanges.Field> CHANGEABLE = WireName.index(TokenChanges.Field.values());

    /** Those that one token may have for itself, none of them required. */
    public static final FieldTable OF_ONE_TOKEN = TABLE.only(CHANGEABLE.keySet());

    private SettingsFields() {}

    /** Those of {@link #OF_ONE_TOKEN} that were given, as changes. */
    public static TokenChanges changes(FieldValues given) {
        var fields = given.names().stream()
                .flatMap(name -> Stream.ofNullable(CHANGEABLE.get(name)))
                .collect(Collectors.toUnmodifiableSet());
        return new TokenChanges(fields, settings(given));
    }

    /** The settings, defaults applied. */
    public static EnrollmentSettings settings(FieldValues values) {
        return SETTINGS.apply(values);
    }

    private static Duration duration(ValueReader value) {
        var limits = value.limits();
        return Duration.ofSeconds(value.integer(WholeNumber.seconds(limits.durationMin(), limits.durationMax())));
    }
}
