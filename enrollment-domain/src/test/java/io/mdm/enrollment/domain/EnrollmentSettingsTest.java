package io.mdm.enrollment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.token.EnrollmentSettings;
import io.mdm.enrollment.api.token.TokenChanges;
import io.mdm.enrollment.api.token.TokenChanges.Field;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnrollmentSettingsTest {
    private static final Pattern PERSONAL = Pattern.compile("^Personal settings: (.*?)\\.", Pattern.MULTILINE);

    private final EnrollmentSettings bare = Examples.silentSettings();
    private final EnrollmentSettings full = Examples.fullSettings();

    @Test
    void without_the_personal_ones_all_others_are_left() {
        assertThat(EnrollmentSettings.personal()).containsExactly("displayName", "emailText");
        assertThat(full.impersonal()).extracting("displayName", "emailText").containsOnlyNulls();
        assertThat(full.impersonal())
                .usingRecursiveComparison()
                .ignoringFields("displayName", "emailText")
                .isEqualTo(full);
    }

    @ParameterizedTest
    @CsvSource({
        "DISPLAY_NAME, displayName",
        "TAGS, tags",
        "WIN_POLICY_ID, winPolicyId",
        "WIN_POLICY_ASSIGNMENTS, winPolicyAssignments",
        "SEGMENT_ID, segmentId"
    })
    void a_change_touches_its_own_setting_only(Field field, String name) {
        var changed = new TokenChanges(Set.of(field), full).appliedTo(bare);

        assertThat(changed)
                .usingRecursiveComparison()
                .comparingOnlyFields(name)
                .isEqualTo(full)
                .isNotEqualTo(bare);
        assertThat(changed).usingRecursiveComparison().ignoringFields(name).isEqualTo(bare);
    }

    @Test
    void what_is_not_given_stays() {
        var changed = new TokenChanges(EnumSet.complementOf(EnumSet.of(Field.TAGS)), bare).appliedTo(full);

        assertThat(changed)
                .usingRecursiveComparison()
                .comparingOnlyFields("sendEmail", "tags", "duration", "language", "emailText")
                .isEqualTo(full);
        assertThat(changed)
                .usingRecursiveComparison()
                .ignoringFields("sendEmail", "tags", "duration", "language", "emailText")
                .isEqualTo(bare);
    }

    @Test
    void the_privacy_page_names_the_personal_ones() throws IOException {
        var listed = PERSONAL.matcher(Files.readString(Path.of("..", "docs", "privacy.md")));

        assertThat(listed.find()).isTrue();
        assertThat(listed.group(1).replace("`", "").split(", "))
                .containsExactlyElementsOf(EnrollmentSettings.personal());
    }
}
