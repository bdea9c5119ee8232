package io.mdm.enrollment.api.http;

import io.mdm.enrollment.api.mail.Mail;
import io.mdm.enrollment.api.token.EnrollmentSettings;
import io.mdm.enrollment.api.token.IssuedToken;
import io.mdm.enrollment.api.token.Language;
import io.mdm.enrollment.api.token.PersonalLink;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Data of an answer about one token. */
public record EnrollmentTokenBody(
        String id,
        String organizationId,
        @Nullable String bulkId,
        String winEnterpriseId,
        @Nullable String winDeviceId,
        User mdmUser,
        @Nullable String displayName,
        List<String> tags,
        @Nullable String winPolicyId,
        List<Assignment> winPolicyAssignments,
        @Nullable Long segmentId,
        boolean sendEmail,
        @Nullable String emailText,
        Language language,
        String state,
        String type,
        String subType,
        Instant createdAt,
        Instant updatedAt,
        Instant expireAt,
        @Nullable Instant enrolledAt,
        Summary summary,
        boolean codeLocked,
        @Nullable Mail mail,
        @Nullable String enrollmentLink,
        @Nullable String enrollCode) {

    /** Invited person; both null when erased; {@code id} also when the directory did not know the address. */
    public record User(@Nullable String id, @Nullable String email) {}

    /** Further policy; {@code winPolicy} is null where the directory knows none. */
    public record Assignment(
            @Nullable String winPolicyId, @Nullable Policy winPolicy, int priority) {}

    /** Policy of the directory. */
    public record Policy(String id, String name) {}

    /** Summary shown in lists. */
    public record Summary(Instant expirationTimestamp) {}

    public static EnrollmentTokenBody of(IssuedToken token) {
        var settings = token.settings();
        return new EnrollmentTokenBody(
                token.id(),
                token.organizationId(),
                token.bulkId(),
                token.winEnterpriseId(),
                token.winDeviceId(),
                new User(token.mdmUserId(), token.email()),
                settings.displayName(),
                settings.tags(),
                settings.winPolicyId(),
                assignments(settings, token.policyNames()),
                settings.segmentId(),
                settings.sendEmail(),
                settings.emailText(),
                token.language(),
                token.state().name(),
                "enrollment",
                "standard",
                token.createdAt(),
                token.updatedAt(),
                token.expireAt(),
                token.enrolledAt(),
                new Summary(token.expireAt()),
                token.codeLocked(),
                token.mail(),
                text(token.enrollmentLink()),
                token.enrollCode());
    }

    /** The link as one string; null for none. */
    static @Nullable String text(@Nullable PersonalLink link) {
        return link == null ? null : link.uri().toString();
    }

    private static List<Assignment> assignments(EnrollmentSettings settings, Map<String, String> policyNames) {
        return settings.winPolicyAssignments().stream()
                .map(assignment -> new Assignment(
                        assignment.winPolicyId(), policy(assignment.winPolicyId(), policyNames), assignment.priority()))
                .toList();
    }

    private static @Nullable Policy policy(@Nullable String id, Map<String, String> names) {
        var name = id == null ? null : names.get(id);
        return id == null || name == null ? null : new Policy(id, name);
    }

    /** The id only: nothing secret or personal. */
    @Override
    public String toString() {
        return "EnrollmentTokenBody[" + id + "]";
    }
}
