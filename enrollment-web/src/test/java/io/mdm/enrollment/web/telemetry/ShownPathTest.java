package io.mdm.enrollment.web.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownPathTest {

    @ParameterizedTest
    @CsvSource({
        "/v1/organizations/acme/mdm/windows/bulk, /v1/organizations/{organizationId}/mdm/windows/bulk",
        "/windows/v1/organizations/a%20b, /windows/v1/organizations/{organizationId}",
        "/enroll/mdmenr_abc, /enroll/{credential}",
        "/windows/enroll/mdmenr_abc/more, /windows/enroll/{credential}",
        "/enroll, /enroll",
        "/enroll/, /enroll/"
    })
    void shows_neither_organizations_nor_credentials(String path, String shown) {
        assertThat(ShownPath.of(path)).isEqualTo(shown);
    }
}
