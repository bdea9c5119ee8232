package io.mdm.enrollment.api.token;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Settings that all tokens of one batch share.
 *
 * @param sendEmail whether invitations are mailed; otherwise the caller hands the links out
 * @param displayName at most 128 UTF-16 units, without control characters; null for none
 * @param tags at most 64, each as a display name, in the order given
 * @param duration how long a token may be redeemed, in whole seconds
 * @param language null when the recipient's own language, else the organization's, is to be used
 * @param emailText an extra paragraph of the mail, lines ended by {@code \n}; null for none
 * @param winPolicyId the policy of the enrolled device; null for none
 * @param winPolicyAssignments at most 100 further policies, in the order given
 * @param segmentId a whole number within ±(2^53−1); null for none
 */
public record EnrollmentSettings(
        boolean sendEmail,
        @Personal @Nullable String displayName,
        List<String> tags,
        Duration duration,
        @Nullable Language language,
        @Personal @Nullable String emailText,
        @Nullable String winPolicyId,
        List<PolicyAssignment> winPolicyAssignments,
        @Nullable Long segmentId) {

    public EnrollmentSettings {
        tags = List.copyOf(tags);
        winPolicyAssignments = List.copyOf(winPolicyAssignments);
    }

    /** Names of the {@link Personal} settings, in the order of their declaration. */
    public static List<String> personal() {
        return Stream.of(EnrollmentSettings.class.getRecordComponents())
                .filter(component -> component.isAnnotationPresent(Personal.class))
                .map(RecordComponent::getName)
                .toList();
    }

    /** These settings without the {@link Personal} ones. */
    public EnrollmentSettings impersonal() {
        var impersonal = this;
        for (var name : personal()) {
            impersonal = impersonal.with(name, null);
        }
        return impersonal;
    }

    public EnrollmentSettings withDisplayName(@Nullable String value) {
        return with("displayName", value);
    }

    public EnrollmentSettings withEmailText(@Nullable String value) {
        return with("emailText", value);
    }

    public EnrollmentSettings withTags(List<String> value) {
        return with("tags", value);
    }

    public EnrollmentSettings withWinPolicyId(@Nullable String value) {
        return with("winPolicyId", value);
    }

    public EnrollmentSettings withWinPolicyAssignments(List<PolicyAssignment> value) {
        return with("winPolicyAssignments", value);
    }

    public EnrollmentSettings withSegmentId(@Nullable Long value) {
        return with("segmentId", value);
    }

    /** Ids of all policies that are named, assigned ones too. */
    public Set<String> policies() {
        return Stream.concat(
                        Stream.ofNullable(winPolicyId),
                        winPolicyAssignments.stream()
                                .flatMap(assignment -> Stream.ofNullable(assignment.winPolicyId())))
                .collect(Collectors.toUnmodifiableSet());
    }

    private EnrollmentSettings with(String name, @Nullable Object value) {
        return RecordCopy.with(this, name, value);
    }
}
