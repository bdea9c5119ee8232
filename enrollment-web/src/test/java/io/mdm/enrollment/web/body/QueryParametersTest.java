package io.mdm.enrollment.web.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mdm.enrollment.api.http.RequestError;
import io.mdm.enrollment.api.http.RequestRefused;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules that all lists share. */
class QueryParametersTest {
    private final MultivaluedHashMap<String, String> given = new MultivaluedHashMap<>();
    private final QueryParameters parameters = new QueryParameters(given);

    @Test
    void paging_has_defaults() {
        assertThat(parameters.page()).isEqualTo(1);
        assertThat(parameters.limit(20)).isEqualTo(20);
        parameters.refuseIfAny();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "007, 7", "10000, 10000"})
    void paging_is_given_in_whole_numbers(String text, int number) {
        given.add("page", text);
        given.add("limit", text);

        assertThat(parameters.page()).isEqualTo(number);
        assertThat(parameters.limit(20)).isEqualTo(number);
        parameters.refuseIfAny();
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "+1", "1.0", "''", "x", "1234567890"})
    void anything_else_is_refused_with_all_errors(String text) {
        given.add("page", text);
        given.add("limit", text);
        parameters.page();
        parameters.limit(20);

        assertThat(refused())
                .containsExactly(
                        "number.base page must be a whole number from 1 to 999999999",
                        "number.base limit must be a whole number from 1 to 10000");
    }

    @Test
    void the_last_page_is_the_one_described() {
        given.add("page", "999999999");

        assertThat(parameters.page()).isEqualTo(999_999_999);
        parameters.refuseIfAny();
    }

    @Test
    void a_limit_has_a_bound_and_a_parameter_is_given_once() {
        given.addAll("limit", "10001", "1");
        parameters.limit(20);

        assertThat(refused())
                .containsExactly(
                        "array.max limit must be given once",
                        "number.base limit must be a whole number from 1 to 10000");
    }

    @Test
    void a_parameter_that_may_be_repeated_is_given_once_per_value_at_most() {
        given.addAll("state", "A", "A");
        assertThat(parameters.someOf("state", Map.of("A", 1, "B", 2))).containsExactly(1);
        parameters.refuseIfAny();

        given.add("state", "B");
        parameters.someOf("state", Map.of("A", 1, "B", 2));
        assertThat(refused()).containsExactly("array.max state must be given at most 2 times");
    }

    @ParameterizedTest
    @CsvSource({"+5, 5", "-9007199254740991, -9007199254740991"})
    void whole_numbers_are_exact_everywhere(String text, long number) {
        given.add("segmentId", text);

        assertThat(parameters.wholeNumber("segmentId")).contains(number);
        parameters.refuseIfAny();
    }

    @ParameterizedTest
    @CsvSource({"9007199254740992", "1e3", "''", "12345678901234567"})
    void other_numbers_are_refused(String text) {
        given.add("segmentId", text);

        assertThat(parameters.wholeNumber("segmentId")).isEmpty();
        assertThat(refused()).containsExactly("string.pattern.base segmentId must be a whole number");
    }

    @Test
    void ids_are_in_lower_case() {
        given.add("one", "698EFA6ED851667D9C0AEC8A");
        given.add("two", "698efa6ed851667d9c0aec8");

        assertThat(parameters.id("one")).contains("698efa6ed851667d9c0aec8a");
        parameters.id("two");
        assertThat(refused()).containsExactly("string.pattern.base two must be 24 hexadecimal digits");
    }

    @Test
    void a_parameter_that_nobody_asked_for_is_refused_after_the_errors_of_the_others() {
        given.add("dryRun", "true");
        given.add("page", "0");
        parameters.page();

        assertThat(refused())
                .containsExactly(
                        "number.base page must be a whole number from 1 to 999999999",
                        "object.unknown \"dryRun\" is not a parameter that is known here");
    }

    @Test
    void an_unknown_parameter_is_named_printably_and_by_64_characters() {
        given.add("\u0000a\n" + "b".repeat(100), "s3cr3t");

        var refused = catchThrowableOfType(RequestRefused.class, parameters::refuseIfAny);

        assertThat(refused.errors()).singleElement().satisfies(error -> {
            assertThat(error.path()).containsExactly("a" + "b".repeat(63));
            assertThat(error.context()).isEmpty();
            assertThat(error.toString()).doesNotContain("s3cr3t");
        });
    }

    @Test
    void the_context_tells_bounds_and_constants() {
        given.addAll("limit", "1", "1");
        given.add("outcome", "s3cr3t");
        parameters.limit(20);
        parameters.oneOf("outcome", Map.of("created", 1));

        var refused = catchThrowableOfType(RequestRefused.class, parameters::refuseIfAny);

        assertThat(refused.errors())
                .extracting(RequestError::context)
                .containsExactly(Map.of("limit", 1L), Map.of("valids", List.of("created")));
    }

    private List<String> refused() {
        return catchThrowableOfType(RequestRefused.class, parameters::refuseIfAny).errors().stream()
                .map(error -> error.type() + " " + error.message())
                .toList();
    }
}
