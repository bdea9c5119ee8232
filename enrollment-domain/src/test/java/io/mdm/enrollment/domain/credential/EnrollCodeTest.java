package io.mdm.enrollment.domain.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnrollCodeTest {
    private static final EnrollCode CODE = EnrollCode.parse("K7QFA-2M9XR").orElseThrow();

    /** Computed with Python's integers. */
    @ParameterizedTest
    @CsvSource({
        "00000000000000000000000000000000, 22222-22222",
        "00000000000000000000000000000001, 22222-22223",
        "0000000000000000000000000000001f, 22222-22232",
        "ffffffffffffffffffffffffffffffff, RUAXW-S3NG9"
    })
    void is_the_mac_to_the_base_of_31(String mac, String expected) {
        assertThat(EnrollCode.of(HexFormat.of().parseHex(mac)).value()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "K7QFA-2M9XR",
                "k7qfa-2m9xr",
                "K7QFA2M9XR",
                " k7 qf a2--m9xr- ",
                "K7QFA\u00a02M9XR",
                "K-7-Q-F-A-2M9XR",
                "K7QFA\u20132M9XR", // en dash
                "K7QFA\u20112M9XR", // no-break hyphen
                "K7QFA\u22122M9XR", // minus
                "K7QFA-2M9XR.",
                "\u201cK7QFA-2M9XR\u201d,",
                "K7QFA\u00ad-\u200b2M9XR", // soft hyphen, zero-width space
                "K\uff17QFA-\uff12M\uff19XR", // full-width digits
                "\uff2b\uff17\uff31\uff26\uff21\uff0d\uff12\uff2d\uff19\uff38\uff32",
                "\uff4b7qfa-2m9xr",
                "K7QFA_2M9XR",
                "K7QFA-2M9XR\r\n",
                "\u202aK7QFA-2M9XR\u202c"
            })
    void is_read_however_it_is_typed(String typed) {
        assertThat(EnrollCode.parse(typed)).contains(CODE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "K7QFA-2M9X",
                "K7QFA-2M9XRR",
                "K7QFA-2M9X0",
                "K7QFA-2M9X1",
                "K7QFA-2M9XI",
                "K7QFA-2M9XL",
                "K7QFA-2M9XO",
                "K7QFA-2M9X\u0131", // its upper case is I
                "K7QFA-2M9X\u0662",
                "K7QFA-2M9X\u041a",
                "K7QFA-2M9XR9999999999"
            })
    void is_nothing_else(String typed) {
        assertThat(EnrollCode.parse(typed)).isEmpty();
    }

    @Test
    void equals_only_itself_and_tells_nothing() {
        assertThat(CODE)
                .isEqualTo(EnrollCode.parse("k7qfa2m9xr").orElseThrow())
                .hasSameHashCodeAs(EnrollCode.parse("k7qfa2m9xr").orElseThrow())
                .isNotEqualTo(EnrollCode.parse("K7QFA-2M9XS").orElseThrow())
                .isNotEqualTo("K7QFA-2M9XR")
                .hasToString("EnrollCode");
    }
}
