package io.mdm.enrollment.web.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WholeNumberTest {
    private static final WholeNumber RULE = WholeNumber.between(-10, 100);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7",
                "+7",
                "007",
                "7.0",
                "7.000",
                "0.7e1",
                "70E-1",
                "700e-2",
                " 7",
                "7 ",
                "\t\n\u000B\f\r7",
                "7e0",
                "7e-0"
            })
    void reads_seven_however_it_is_written(String text) {
        assertThat(WholeNumber.decimal(text).orElseThrow()).isEqualByComparingTo("7");
        assertThat(RULE.violation(WholeNumber.decimal(text).orElseThrow())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "+",
                "-",
                "--7",
                "7.",
                ".7",
                "7e",
                "7e+",
                "e7",
                "7e1.5",
                "7 7",
                "7,0",
                "7_0",
                "0x7",
                "7L",
                "7d",
                "NaN",
                "Infinity",
                "\u00A07",
                "\uFF17",
                "\u0667",
                "7\u0000",
                "(7)"
            })
    void takes_nothing_else_for_a_number(String text) {
        assertThat(WholeNumber.decimal(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "-10, ",
        "100, ",
        "1e2, ",
        "-0, ",
        "-11, NUMBER_MIN",
        "101, NUMBER_MAX",
        "100.1, NUMBER_INTEGER",
        "-1e-2000, NUMBER_INTEGER",
        "9007199254740991, NUMBER_MAX",
        "9007199254740992, NUMBER_UNSAFE",
        "-9007199254740992, NUMBER_UNSAFE",
        "1e2000, NUMBER_UNSAFE",
        "-1e2147483648, NUMBER_UNSAFE",
        "1e-2147483649, NUMBER_INTEGER",
        "9007199254740991.5, NUMBER_INTEGER"
    })
    void says_what_is_wrong(String text, ErrorType violation) {
        assertThat(RULE.violation(WholeNumber.decimal(text).orElseThrow()).orElse(null))
                .isEqualTo(violation);
    }

    @Test
    void is_exact_where_a_double_is_not() {
        assertThat(WholeNumber.decimal("9007199254740993")).hasValue(new BigDecimal("9007199254740993"));
        assertThat(RULE.violation(
                        WholeNumber.decimal("1." + "0".repeat(1000) + "1").orElseThrow()))
                .hasValue(ErrorType.NUMBER_INTEGER);
        assertThat(RULE.violation(
                        WholeNumber.decimal("1" + "0".repeat(1000) + "e-1000").orElseThrow()))
                .isEmpty();
        assertThat(RULE.violation(
                        WholeNumber.decimal("0." + "0".repeat(1000) + "1e1001").orElseThrow()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", " ", "0", "1e", "1.", "-"})
    void refuses_long_texts_unread(String part) {
        assertThat(WholeNumber.decimal("7" + part.repeat(5_000_000))).isEmpty();
        assertThat(WholeNumber.decimal("0".repeat(1100))).isPresent();
        assertThat(WholeNumber.decimal("0".repeat(1101))).isEmpty();
    }
}
