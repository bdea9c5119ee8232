package io.mdm.enrollment.domain.issuance;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.issuance.HourlyRecipients.Count;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What everything that counts recipients does. */
public abstract class HourlyRecipientsContract {
    private final String organization = Examples.id();

    protected abstract HourlyRecipients recipients();

    protected abstract void transactionally(Runnable work);

    /** So much time goes by. */
    protected abstract void pass(Duration time);

    @Test
    void nothing_counts_before_anything_was_added() {
        assertThat(recipients().counts(organization)).isEmpty();
    }

    @Test
    void what_was_added_counts_for_an_hour_and_not_for_others() {
        add(organization, 3);
        pass(Duration.ofMinutes(30));
        add(organization, 4);
        add(Examples.id(), 5);

        assertThat(recipients().counts(organization))
                .as("the oldest first")
                .extracting(Count::recipients)
                .containsExactly(3, 4);
        assertThat(recipients().counts(organization))
                .extracting(count -> count.countFor().toMinutes())
                .allSatisfy(minutes -> assertThat(minutes).isBetween(29L, 61L));

        pass(Duration.ofMinutes(32));
        assertThat(recipients().counts(organization))
                .extracting(Count::recipients)
                .containsExactly(4);
        pass(Duration.ofMinutes(32));
        assertThat(recipients().counts(organization)).isEmpty();
    }

    @Test
    void whoever_adds_sees_it_counted() {
        add(organization, 3);

        assertThat(add(organization, 4).stream().mapToInt(Count::recipients).sum())
                .isEqualTo(7);
    }

    private List<Count> add(String to, int added) {
        var counts = new ArrayList<Count>();
        transactionally(() -> counts.addAll(recipients().add(to, added)));
        return counts;
    }
}
