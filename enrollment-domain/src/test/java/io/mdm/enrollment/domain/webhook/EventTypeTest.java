package io.mdm.enrollment.domain.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.spi.EventType;
import org.junit.jupiter.api.Test;

class EventTypeTest {
    @Test
    void types_are_asked_for_by_name_by_beginning_or_all_at_once() {
        assertThat(EventType.asked("*")).hasSize(EventType.values().length);
        assertThat(EventType.asked("mdm.windows.bulk.created, mdm.windows.invitation.*"))
                .containsExactlyInAnyOrder(
                        EventType.BULK_CREATED, EventType.INVITATION_SENT, EventType.INVITATION_FAILED);
        assertThat(EventType.asked(" mdm.windows.enrollmentToken.expired\nmdm.windows.bulk.created "))
                .containsExactlyInAnyOrder(EventType.TOKEN_EXPIRED, EventType.BULK_CREATED);
    }

    @Test
    void other_words_ask_for_nothing() {
        assertThat(EventType.asked("")).isEmpty();
        assertThat(EventType.asked("mdm.windows mdm.windows. bulk.created mdm.windows.invitation .* MDM.*"))
                .isEmpty();
    }
}
