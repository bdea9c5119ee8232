package io.mdm.enrollment.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.audit.AuditAction;
import io.mdm.enrollment.api.audit.AuditCursor;
import io.mdm.enrollment.api.audit.AuditQuery;
import io.mdm.enrollment.api.audit.AuditRecord;
import io.mdm.enrollment.domain.ObjectId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransactionalAuditRecordsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00.123456Z");

    private final List<AuditRecord> stored = IntStream.range(0, 7)
            .mapToObj(i -> new AuditRecord(
                    ObjectId.next(NOW), NOW.minusMillis(i), null, AuditAction.CREATED, null, null, 1, null))
            .toList();
    private final TransactionalAuditRecords records = new TransactionalAuditRecords(this::find);

    @Test
    void pages_follow_one_another_to_the_oldest_record() {
        var read = new ArrayList<AuditRecord>();
        var query = query(3);
        var page = records.page(query);
        read.addAll(page.records());
        while (page.next().isPresent()) {
            assertThat(page.records()).hasSize(3);
            page = records.page(query.after(page.next().get()));
            read.addAll(page.records());
        }

        assertThat(read).isEqualTo(stored);
    }

    @Test
    void a_page_that_holds_the_rest_is_the_last_one() {
        assertThat(records.page(query(7)).next()).isEmpty();
        assertThat(records.page(query(6)).next()).isPresent();
    }

    @Test
    void a_cursor_reads_back_as_it_was() {
        var cursor = records.page(query(1)).next().orElseThrow();

        assertThat(AuditCursor.of(cursor.text())).contains(cursor);
        assertThat(cursor.text()).hasSizeLessThanOrEqualTo(42);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "-1-698f0c1be2a94d4f0a1b2c3d",
                "1-698f0c1be2a94d4f0a1b2c3",
                "1-698F0C1BE2A94D4F0A1B2C3D",
                "123456789012345678-698f0c1be2a94d4f0a1b2c3d"
            })
    void anything_else_is_no_cursor(String text) {
        assertThat(AuditCursor.of(text)).isEmpty();
    }

    private List<AuditRecord> find(AuditQuery query, int limit) {
        return stored.stream()
                .filter(entry -> query.after()
                        .filter(place -> !entry.at().isBefore(place.at()))
                        .isEmpty())
                .limit(limit)
                .toList();
    }

    private static AuditQuery query(int limit) {
        return new AuditQuery(
                "698f0c1be2a94d4f0a1b2c3d",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                limit);
    }
}
