package io.mdm.enrollment.domain.batch;

import io.mdm.enrollment.api.EnrollmentException;
import io.mdm.enrollment.api.EnrollmentProblem;
import io.mdm.enrollment.api.directory.MdmDirectory;
import io.mdm.enrollment.api.token.EnrollmentSettings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

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
        Long segment = settings.segmentId();
        if (!directory.hasPolicies(organizationId, settings.policies())
                || (segment != null && !directory.hasSegment(organizationId, segment))) {
            throw new EnrollmentException(EnrollmentProblem.ENTITY_NOT_FOUND);
        }
    }
}
