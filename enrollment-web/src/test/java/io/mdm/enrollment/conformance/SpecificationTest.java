package io.mdm.enrollment.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.support.SigningKeys;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The files of the contract say what they are meant to say. */
class SpecificationTest {
    private final Specification specification = Specification.ofContract();
    private final Target target =
            new Target(URI.create("http://127.0.0.1/"), DemonstrationHost.given(SigningKeys.generate()));

    @Test
    void every_case_has_a_name_of_its_own() {
        assertThat(specification.cases()).hasSizeGreaterThan(600);
        assertThat(specification.cases().stream().map(ConformanceCase::name)).doesNotHaveDuplicates();
    }

    @Test
    void every_request_has_an_answer() {
        assertThat(specification.cases())
                .allSatisfy(each -> assertThat(each.steps())
                        .allSatisfy(step -> assertThat(each.answerTo(step)).matches("(?s)(\\d{3}|\\{\\{[a-z]+}}).*")));
    }

    @Test
    void every_column_is_used() {
        assertThat(specification.cases().stream().filter(each -> !each.section().endsWith(" (check)")))
                .allSatisfy(each -> assertThat(each.row().keySet())
                        .isSubsetOf(Stream.concat(Stream.of("answer", "why"), namesIn(each))
                                .collect(Collectors.toSet())));
    }

    @Test
    void every_request_can_be_filled_in() {
        assertThat(specification.cases()).allSatisfy(each -> {
            var values = new Values(target, each.row());
            keptIn(each).forEach(kept -> values.put(kept, "/0"));
            assertThat(each.steps()).allSatisfy(step -> {
                assertThat(Request.of(step, values).target()).startsWith("/");
                Expectation.of(each.answerTo(step), specification.failures(), values);
            });
        });
    }

    @Test
    void every_failure_that_a_request_can_provoke_is_answered_in_some_case() {
        var answers = specification.cases().stream()
                .flatMap(each -> Stream.concat(each.texts(), each.row().values().stream()))
                .collect(Collectors.joining("\n"));
        assertThat(specification.failures().failures().stream()
                        .filter(failure -> !Set.of(500, 503, 409).contains(failure.status())))
                .allSatisfy(failure ->
                        assertThat(answers).containsPattern("(?m)^" + failure.status() + " " + failure.code()));
    }

    @Test
    void nothing_that_the_kit_can_be_told_is_told_in_vain() {
        var needed = specification.cases().stream()
                .flatMap(each -> Given.neededBy(each).stream())
                .collect(Collectors.toSet());
        assertThat(needed).contains(Given.values()).hasSize(Given.values().length);
    }

    @Test
    void what_servers_answer_themselves_are_cases() {
        for (var server : List.of("wildfly", "liberty")) {
            assertThat(Specification.answersOf(server).rows())
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(specification.cases())
                            .anyMatch(conformanceCase -> ServerAnswers.concerns(row, conformanceCase)));
        }
    }

    private static Stream<String> namesIn(ConformanceCase each) {
        return each.steps().stream()
                .flatMap(step -> Stream.concat(Stream.of(step.request()), step.answer().stream()))
                .flatMap(text -> java.util.regex.Pattern.compile("\\{\\{([^{}=]+)}}")
                        .matcher(text)
                        .results())
                .map(match -> match.group(1));
    }

    private static List<String> keptIn(ConformanceCase each) {
        return each.texts()
                .flatMap(text -> java.util.regex.Pattern.compile("\\{\\{=([^}]+)}}")
                        .matcher(text)
                        .results())
                .map(match -> match.group(1))
                .toList();
    }
}
