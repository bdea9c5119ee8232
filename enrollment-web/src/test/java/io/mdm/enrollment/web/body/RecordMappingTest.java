package io.mdm.enrollment.web.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordMappingTest {
    public record Thing(@Nullable String name, List<String> parts, boolean whole) {}

    private static final Field<String> NAME = Field.optional("name", ValueReader::string);
    private static final Field<List<String>> PARTS =
            Field.optional("parts", ValueRule.listOf(2, ValueReader::string)).withDefault(List.of());
    private static final Field<Boolean> WHOLE = Field.required("whole", ValueReader::bool);

    @Test
    void components_are_filled_by_name_and_absent_fields_by_their_defaults() {
        var given = new FieldValues();
        given.put(WHOLE, true);

        assertThat(FieldTable.of(WHOLE, PARTS, NAME).mapping(Thing.class).apply(given))
                .isEqualTo(new Thing(null, List.of(), true));
        given.put(NAME, "n");
        assertThat(FieldTable.of(WHOLE, PARTS, NAME).mapping(Thing.class).apply(given))
                .isEqualTo(new Thing("n", List.of(), true));
    }

    @Test
    void a_component_without_a_field_is_noticed_at_start() {
        var table = FieldTable.of(NAME, WHOLE);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.mapping(Thing.class))
                .withMessageContaining("parts");
    }
}
