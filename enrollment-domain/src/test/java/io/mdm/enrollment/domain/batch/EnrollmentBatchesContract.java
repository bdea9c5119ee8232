package io.mdm.enrollment.domain.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.api.token.EnrollmentSettings;
import io.mdm.enrollment.domain.Examples;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What everything that keeps batches does. */
public abstract class EnrollmentBatchesContract {
    private final Organization organization = Examples.organization();

    protected abstract EnrollmentBatches batches();

    protected abstract void transactionally(Runnable work);

    static Stream<EnrollmentSettings> settings() {
        return Stream.of(Examples.settings(), Examples.fullSettings(), Examples.silentSettings());
    }

    @ParameterizedTest
    @MethodSource("settings")
    void what_was_added_is_read_back_field_by_field(EnrollmentSettings settings) {
        var batch = Examples.batch(organization, settings, 3);
        batch.conclude(2);
        transactionally(() -> batches().add(batch, List.of()));

        assertThat(find(organization.id(), batch.id()))
                .get()
                .usingRecursiveComparison()
                .isEqualTo(batch);
    }

    @Test
    void another_organization_does_not_see_it() {
        var batch = Examples.batch(organization, Examples.settings(), 1);
        transactionally(() -> batches().add(batch, List.of()));

        assertThat(find(Examples.id(), batch.id())).isEmpty();
        assertThat(find(organization.id(), Examples.id())).isEmpty();
        assertThat(find(organization.id(), "")).isEmpty();
        assertThat(find(organization.id(), "\0")).isEmpty();
    }

    private Optional<EnrollmentBatch> find(String organizationId, String batchId) {
        var found = new ArrayList<Optional<EnrollmentBatch>>(1);
        transactionally(() -> found.add(batches().find(organizationId, batchId)));
        return found.get(0);
    }
}
