package io.mdm.enrollment.domain.delivery;

import static io.mdm.enrollment.domain.Examples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.spi.RelayReply;
import io.mdm.enrollment.api.spi.SmtpStep;
import io.mdm.enrollment.domain.Examples;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What everything that keeps refusals does. */
public abstract class SuppressionListContract {
    private static final RelayReply UNKNOWN = new RelayReply(SmtpStep.RCPT, 550);

    private final String organization = Examples.id();

    protected abstract SuppressionList suppressionList();

    @Test
    void only_those_asked_for_are_told() {
        suppressionList().add(organization, 1, UNKNOWN, NOW);
        suppressionList().add(organization, -2, new RelayReply(SmtpStep.RCPT, 553), NOW);
        suppressionList().add(organization, 3, UNKNOWN, NOW);

        assertThat(suppressionList().among(organization, List.of(1L, -2L, 4L)))
                .isEqualTo(Map.of(1L, UNKNOWN, -2L, new RelayReply(SmtpStep.RCPT, 553)));
        assertThat(suppressionList().among(organization, List.of())).isEmpty();
    }

    @Test
    void thousands_can_be_asked_for() {
        suppressionList().add(organization, 2_500, UNKNOWN, NOW);

        assertThat(suppressionList()
                        .among(
                                organization,
                                LongStream.rangeClosed(1, 2_500).boxed().toList()))
                .containsOnlyKeys(2_500L);
    }

    @Test
    void a_later_refusal_takes_the_place_of_an_earlier_one() {
        suppressionList().add(organization, 1, UNKNOWN, NOW);
        suppressionList().add(organization, 1, new RelayReply(SmtpStep.RCPT, 551), NOW.plusSeconds(1));

        assertThat(suppressionList().among(organization, List.of(1L)))
                .containsValue(new RelayReply(SmtpStep.RCPT, 551));
    }

    @Test
    void what_is_removed_is_forgotten() {
        suppressionList().add(organization, 1, UNKNOWN, NOW);
        suppressionList().remove(organization, 1);
        suppressionList().remove(organization, 2);

        assertThat(suppressionList().among(organization, List.of(1L))).isEmpty();
    }

    @Test
    void another_organization_is_not_concerned() {
        suppressionList().add(organization, 1, UNKNOWN, NOW);
        suppressionList().remove(Examples.id(), 1);

        assertThat(suppressionList().among(Examples.id(), List.of(1L))).isEmpty();
        assertThat(suppressionList().among(organization, List.of(1L))).hasSize(1);
    }
}
