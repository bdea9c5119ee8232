package io.mdm.enrollment.persistence.store;

import static io.mdm.enrollment.domain.Examples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.spi.EventType;
import io.mdm.enrollment.domain.Examples;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutboxRowTest {
    private static final String ORGANIZATION = Examples.id();
    private static final String BATCH = Examples.id();

    @Test
    void the_same_event_of_many_tokens_is_a_row_per_thousand() {
        var rows = IntStream.range(0, 2_500)
                .mapToObj(i -> revoked("token " + i, BATCH))
                .toList();

        var merged = OutboxRow.merged(rows);

        assertThat(merged)
                .extracting(row -> Objects.requireNonNull(row.tokenIds()).size())
                .containsExactly(1_000, 1_000, 500);
        assertThat(merged.stream().flatMap(row -> Objects.requireNonNull(row.tokenIds()).stream()))
                .containsExactlyElementsOf(
                        IntStream.range(0, 2_500).mapToObj(i -> "token " + i).toList());
    }

    @Test
    void what_differs_stays_apart_and_in_its_order() {
        var completed = OutboxRow.ofBatch(EventType.BULK_COMPLETED, ORGANIZATION, BATCH, NOW, null);
        var rows = List.of(
                revoked("1", BATCH),
                revoked("2", Examples.id()),
                OutboxRow.ofToken(EventType.TOKEN_EXPIRED, ORGANIZATION, BATCH, "3", NOW, null),
                OutboxRow.ofToken(EventType.TOKEN_EXPIRED, ORGANIZATION, BATCH, "4", NOW.plusMillis(1), null),
                OutboxRow.ofToken(EventType.INVITATION_SENT, ORGANIZATION, BATCH, "5", NOW, "{\"mailing\":0}"),
                OutboxRow.ofToken(EventType.INVITATION_SENT, ORGANIZATION, BATCH, "6", NOW, "{\"mailing\":1}"),
                completed,
                revoked("7", BATCH));

        assertThat(OutboxRow.merged(rows)).isEqualTo(rows);
        assertThat(OutboxRow.merged(Collections.nCopies(2, completed))).hasSize(2);
    }

    private static OutboxRow revoked(String tokenId, String batchId) {
        return OutboxRow.ofToken(EventType.TOKEN_REVOKED, ORGANIZATION, batchId, tokenId, NOW, null);
    }
}
