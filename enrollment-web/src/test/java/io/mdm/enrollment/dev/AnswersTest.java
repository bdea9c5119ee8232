package io.mdm.enrollment.dev;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.http.HttpProblem;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the start page says of the answers to a bulk request. */
class AnswersTest {
    private static final List<JsonObject> ANSWERS = Json.createReader(
                    Objects.requireNonNull(AnswersTest.class.getResourceAsStream("/start-page/answers.json")))
            .readArray()
            .getValuesAs(JsonObject.class);

    @Test
    void names_every_refusal_of_a_bulk_request() {
        var ofOtherRoutes = EnumSet.of(
                HttpProblem.PRECONDITION_FAILED,
                HttpProblem.TOKEN_NOT_USABLE,
                HttpProblem.QUOTA_REACHED,
                HttpProblem.ALREADY_SENDING);

        assertThat(EnumSet.complementOf(ofOtherRoutes))
                .allSatisfy(problem -> assertThat(ANSWERS).anyMatch(answer -> isOf(problem, answer)));
    }

    @Test
    void shows_each_by_a_call_or_tells_how_it_comes_about() {
        assertThat(ANSWERS)
                .allSatisfy(answer -> assertThat(answer.containsKey("calls")).isNotEqualTo(answer.containsKey("how")));
    }

    private static boolean isOf(HttpProblem problem, JsonObject answer) {
        return answer.getInt("status") == problem.status() && answer.getInt("code", 0) == problem.code();
    }
}
