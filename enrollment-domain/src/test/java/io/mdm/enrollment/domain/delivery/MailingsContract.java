package io.mdm.enrollment.domain.delivery;

import static io.mdm.enrollment.domain.Examples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.batch.EnrollmentBatches;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What everything that keeps mailings does. */
public abstract class MailingsContract {

    protected abstract Mailings mailings();

    protected abstract EnrollmentBatches batches();

    protected abstract void transactionally(Runnable work);

    @Test
    void a_mailing_is_found_by_its_number_as_it_was_added() {
        var batch = batch();
        var mailings = List.of(
                PromisedMailing.resend(1, Optional.empty(), NOW),
                PromisedMailing.requestedReminder(
                        2, Optional.of("Last call,\n\u00a0or \ud83d\ude42"), NOW.plusMillis(1)),
                PromisedMailing.dueReminder(4, NOW.plusSeconds(1)));
        transactionally(() -> mailings.forEach(mailing -> mailings().add(batch, mailing, 3)));

        assertThat(Stream.of(1, 2, 4).map(number -> find(batch, number).orElseThrow()))
                .containsExactlyElementsOf(mailings);
        assertThat(find(batch, 3)).isEmpty();
    }

    @Test
    void neither_another_batch_nor_another_organization_has_it() {
        var batch = batch();
        transactionally(() -> mailings().add(batch, PromisedMailing.dueReminder(1, NOW), 1));

        assertThat(find(batch(), 1)).isEmpty();
        assertThat(mailings().find(Examples.id(), batch.id(), 1)).isEmpty();
    }

    private Optional<PromisedMailing> find(EnrollmentBatch batch, int number) {
        return mailings().find(batch.organizationId(), batch.id(), number);
    }

    private EnrollmentBatch batch() {
        var batch = Examples.batch(Examples.organization(), Examples.settings(), 3);
        transactionally(() -> batches().add(batch, List.of()));
        return batch;
    }
}
