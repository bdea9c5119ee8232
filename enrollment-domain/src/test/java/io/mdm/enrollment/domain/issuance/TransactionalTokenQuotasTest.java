package io.mdm.enrollment.domain.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mdm.enrollment.api.EnrollmentException;
import io.mdm.enrollment.api.EnrollmentProblem;
import io.mdm.enrollment.api.TokenQuota;
import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.InMemoryMdmDirectory;
import io.mdm.enrollment.domain.StoppedClock;
import io.mdm.enrollment.domain.token.InMemoryEnrollmentTokens;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TransactionalTokenQuotasTest {
    private final InMemoryMdmDirectory directory = new InMemoryMdmDirectory();
    private final InMemoryEnrollmentTokens tokens = new InMemoryEnrollmentTokens() {
        @Override
        public int countLive(String organizationId, java.time.Instant now) {
            return organizationId.equals(small.id()) ? 3 : super.countLive(organizationId, now);
        }
    };
    private Optional<Organization> admitted = Optional.empty();
    private final TransactionalTokenQuotas quotas =
            new TransactionalTokenQuotas(() -> admitted, directory, tokens, new StoppedClock(Examples.NOW));
    private final Organization small = Examples.organization(OptionalInt.of(2));
    private final Organization unlimited = Examples.organization();

    @Test
    void tells_the_limit_the_use_and_what_is_left() {
        directory.add(small);

        var quota = quotas.quota(small.id());

        assertThat(quota).isEqualTo(new TokenQuota(OptionalInt.of(2), 3));
        assertThat(quota.left()).hasValue(0);
        assertThat(new TokenQuota(OptionalInt.of(5), 3).left()).hasValue(2);
    }

    @Test
    void without_a_limit_nothing_is_left_to_tell() {
        admitted = Optional.of(unlimited);

        var quota = quotas.quota(unlimited.id());

        assertThat(quota).isEqualTo(new TokenQuota(OptionalInt.empty(), 0));
        assertThat(quota.left()).isEmpty();
    }

    @Test
    void an_unknown_organization_has_none() {
        admitted = Optional.of(unlimited);

        assertThatExceptionOfType(EnrollmentException.class)
                .isThrownBy(() -> quotas.quota(small.id()))
                .returns(EnrollmentProblem.ENTITY_NOT_FOUND, EnrollmentException::problem);
    }
}
