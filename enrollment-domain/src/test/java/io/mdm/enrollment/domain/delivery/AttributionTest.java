package io.mdm.enrollment.domain.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.spi.RelayAnswer;
import io.mdm.enrollment.api.spi.RelayLoss;
import io.mdm.enrollment.api.spi.RelayReply;
import io.mdm.enrollment.api.spi.SmtpStep;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AttributionTest {

    static List<AttributionTable.Cell> cells() {
        return AttributionTable.cells();
    }

    @ParameterizedTest
    @MethodSource("cells")
    void charges_each_answer_to_what_the_table_says(AttributionTable.Cell cell) {
        assertThat(Attribution.of(answer(cell), Attribution.Connection.valueOf(upper(cell.connection()))))
                .isEqualTo(attribution(cell.charged()));
    }

    @ParameterizedTest
    @EnumSource(Attribution.Connection.class)
    void a_message_that_was_taken_is_delivered(Attribution.Connection connection) {
        assertThat(Attribution.of(new RelayReply(SmtpStep.CONTENT, 250), connection))
                .isEqualTo(Attribution.DELIVERED);
    }

    @Test
    void the_table_has_every_attribution_and_connection() {
        var other = EnumSet.complementOf(EnumSet.of(Attribution.DELIVERED));

        assertThat(cells()).extracting(cell -> attribution(cell.charged())).containsAll(other);
        assertThat(cells()).extracting(AttributionTable.Cell::connection).contains("used", "new", "renewed");
    }

    private static RelayAnswer answer(AttributionTable.Cell cell) {
        return cell.isReply()
                ? new RelayReply(cell.step(), cell.code(), cell.enhancedStatus())
                : new RelayLoss(cell.step(), cell.answer().equals("silent"));
    }

    private static Attribution attribution(String words) {
        return Attribution.valueOf(upper(words));
    }

    private static String upper(String words) {
        return words.toUpperCase(Locale.ROOT).replace(' ', '_');
    }
}
