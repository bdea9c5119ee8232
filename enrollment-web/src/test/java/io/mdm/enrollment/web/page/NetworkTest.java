package io.mdm.enrollment.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1:4711",
        "192.0.2.1, ' 192.0.2.1 '",
        "192.0.2.1, ::ffff:192.0.2.1",
        "2001:db8:1:2::1, 2001:db8:1:2:ffff:ffff:ffff:ffff",
        "2001:db8:1:2::1, [2001:db8:1:2::9]:443",
        "2001:db8:1:2::1, [2001:db8:1:2::9]",
        "fe80::1, fe80::2%eth0"
    })
    void is_the_same_however_it_is_written(String one, String same) {
        assertThat(Network.of(same)).isEqualTo(Network.of(one)).isNotEqualTo(Network.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.1, 192.0.2.2", "2001:db8:1:2::1, 2001:db8:1:3::1", "192.0.2.1, 2001:db8:1:2::1"})
    void is_another_for_others(String one, String other) {
        assertThat(Network.of(one)).isNotEqualTo(Network.of(other));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "unknown",
                "localhost",
                "mdm.example",
                "1.2.3",
                "1.2.3.4.5",
                "256.1.1.1",
                "999.1.1.1",
                "192.0.2.010",
                "1:2:3",
                ".:1.2.3.4",
                "::1.2.3.999",
                "[mdm.example]",
                "for=192.0.2.1",
                "_x"
            })
    void of_anything_else_is_unknown_and_nobody_is_asked_for_it(String text) {
        assertThat(Network.of(text)).isEqualTo(Network.UNKNOWN);
    }
}
