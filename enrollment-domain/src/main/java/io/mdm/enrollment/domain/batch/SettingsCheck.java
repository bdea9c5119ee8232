package io.mdm.enrollment.domain.batch;

import io.mdm.enrollment.api.EnrollmentException;
import io.mdm.enrollment.api.EnrollmentProblem;
import io.mdm.enrollment.api.IssueTokens;
import io.mdm.enrollment.api.directory.MdmDirectory;
import io.mdm.enrollment.api.token.EnrollmentSettings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Optional;
import java.util.stream.Stream;

/** Check that settings name only policies and segments of the organization. */
@Dependent
public class SettingsCheck {
    private final MdmDirectory directory;

    @Inject
    public SettingsCheck(MdmDirectory directory) {
        this.directory = directory;
    }

    /** @throws EnrollmentException ENTITY_NOT_FOUND when a policy or the segment is not the organization's */
    public void require(String organizationId, EnrollmentSettings settings) {
        require(organizationId, Stream.of(settings));
    }

    /**
     * The same for all settings of a request, with one look-up of each kind.
     *
     * @throws EnrollmentException ENTITY_NOT_FOUND when a policy or a segment is not the organization's
     */
    public void require(IssueTokens command) {
        var own = command.particulars().stream()
                .flatMap(particulars -> particulars.changes().stream())
                .distinct()
                .map(changes -> changes.appliedTo(command.settings()));
        require(command.organizationId(), Stream.concat(Stream.of(command.settings()), own));
    }

    private void require(String organizationId, Stream<EnrollmentSettings> all) {
        var policies = new HashSet<String>();
        var segments = new HashSet<Long>();
        all.forEach(settings -> {
            policies.addAll(settings.policies());
            Optional.ofNullable(settings.segmentId()).ifPresent(segments::add);
        });
        if (!directory.hasPolicies(organizationId, policies) || !directory.hasSegments(organizationId, segments)) {
            throw new EnrollmentException(EnrollmentProblem.ENTITY_NOT_FOUND);
        }
    }
}
