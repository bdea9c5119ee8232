package io.mdm.enrollment.web.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.spi.EventType;
import io.mdm.enrollment.api.spi.ReportedEvent;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CloudEventsTest {
    @Test
    void events_are_a_batch_in_json() {
        var event = new ReportedEvent(
                "7-1",
                EventType.TOKEN_REDEEMED,
                "698efa6ed851667d9c0aec88",
                "698efa6ed851667d9c0aec89",
                Instant.parse("2026-11-29T10:00:00.120Z"),
                "{\"winDeviceId\": \"698efa6ed851667d9c0aec99\"}");

        assertThat(CloudEvents.batch(URI.create("https://mdm.example/a'b"), List.of(event, event)))
                .isEqualTo(("[" + ONE + "," + ONE + "]").replace("SOURCE", "https://mdm.example/a'b"));
    }

    private static final String ONE =
            "{\"specversion\":\"1.0\",\"id\":\"7-1\",\"source\":\"SOURCE\",\"type\":\"mdm.windows.enrollmentToken.redeemed\","
                    + "\"subject\":\"698efa6ed851667d9c0aec89\",\"time\":\"2026-11-29T10:00:00.120Z\","
                    + "\"datacontenttype\":\"application/json\",\"data\":{\"winDeviceId\": \"698efa6ed851667d9c0aec99\"}}";
}
