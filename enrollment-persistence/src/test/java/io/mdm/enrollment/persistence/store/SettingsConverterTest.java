package io.mdm.enrollment.persistence.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.token.EnrollmentSettings;
import io.mdm.enrollment.domain.Examples;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SettingsConverterTest {
    private final SettingsConverter converter = new SettingsConverter();

    static Stream<EnrollmentSettings> settings() {
        return Stream.of(Examples.settings(), Examples.silentSettings(), Examples.fullSettings());
    }

    @ParameterizedTest
    @MethodSource("settings")
    void settings_survive_storing(EnrollmentSettings settings) {
        assertThat(converter.convertToEntityAttribute(converter.convertToDatabaseColumn(settings)))
                .isEqualTo(settings);
    }

    @Test
    void what_was_stored_once_can_always_be_read() {
        assertThat(converter.convertToEntityAttribute("""
                {"sendEmail":true,"tags":[],"duration":86400,"winPolicyAssignments":[]}
                """)).isEqualTo(Examples.settings());
    }

    @Test
    void what_is_not_set_takes_no_room() {
        assertThat(converter.convertToDatabaseColumn(Examples.settings()))
                .isEqualTo("{\"sendEmail\":true,\"tags\":[],\"duration\":86400,\"winPolicyAssignments\":[]}");
    }
}
