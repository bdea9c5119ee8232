package io.mdm.enrollment.web.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorContextTest {
    private final RequestErrors errors = new RequestErrors();

    @ParameterizedTest
    @EnumSource
    void bounds_have_a_limit_constants_their_list_and_other_errors_nothing(ErrorType type) {
        var label = type.label();
        var expected = label.endsWith(".max") || label.endsWith(".min")
                ? Set.of("limit")
                : label.equals("any.only") ? Set.of("valids") : Set.of();

        assertThat(type.context()).isEqualTo(expected);
    }

    @Test
    void an_error_without_the_context_of_its_type_cannot_be_noted() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> errors.add(List.of(), ErrorType.NUMBER_MAX, "must be smaller"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> errors.add(List.of(), ErrorType.STRING_BASE, "must be a string", Map.of("limit", 1)));
    }
}
