package io.mdm.enrollment.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnrollPathTest {

    @ParameterizedTest
    @CsvSource({"/, /enroll", "/Enroll, /enroll", "/ENROLL/, /enroll/", "/eNROLL/mdmenr_AbC, /enroll/mdmenr_AbC"})
    void leads_to_the_page_that_was_meant(String typed, String page) {
        assertThat(EnrollPath.meantBy(typed))
                .hasValueSatisfying(
                        meant -> assertThat(URI.create(typed).resolve(meant).getRawPath())
                                .isEqualTo(page));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/enroll",
                "/enroll/",
                "/enroll/x",
                "/enrolled",
                "/Enrollment",
                "/v1",
                "/x/Enroll",
                "/Enroll/a/b",
                "/Enroll//evil.example",
                "/Enroll/%0d",
                ""
            })
    void leaves_other_paths_alone(String path) {
        assertThat(EnrollPath.meantBy(path)).isEmpty();
    }
}
