package io.mdm.enrollment.web.bulk;

import static io.mdm.enrollment.web.bulk.Reading.DEFAULTS;
import static io.mdm.enrollment.web.bulk.Reading.bodyWith;
import static io.mdm.enrollment.web.bulk.Reading.kinds;
import static io.mdm.enrollment.web.bulk.Reading.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mdm.enrollment.api.http.HttpProblem;
import io.mdm.enrollment.api.http.RequestError;
import io.mdm.enrollment.api.http.RequestException;
import io.mdm.enrollment.api.http.RequestRefused;
import io.mdm.enrollment.web.config.RequestLimits;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How much is read, kept and reported. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class BulkSchemaLimitsTest {
    private static final String GOOD = "{\"sendEmail\":true,\"userEmails\":[\"josé@acme.example\"]}";
    private static final int MEBIBYTE = 1 << 20;

    @Test
    void takes_a_body_of_exactly_the_limit_and_not_a_byte_more() {
        byte[] body = GOOD.getBytes(StandardCharsets.UTF_8);
        assertThat(bodyBytes(body.length).read(body).addresses()).containsExactly("josé@acme.example");
        assertThat(problem(bodyBytes(body.length - 1), GOOD)).isEqualTo(HttpProblem.BODY_TOO_LARGE);
        assertThat(problem(bodyBytes(body.length), GOOD + " ")).isEqualTo(HttpProblem.BODY_TOO_LARGE);
        assertThat(problem(bodyBytes(body.length), GOOD + "\u0000")).isEqualTo(HttpProblem.BODY_TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 8191, 8192, 8193, 20_000})
    void meets_the_limit_wherever_it_lies(long limit) {
        String body = "{\"sendEmail\":true,\"userEmails\":[\"" + "é".repeat(20_000);
        assertThat(problem(bodyBytes(limit), body)).isEqualTo(HttpProblem.BODY_TOO_LARGE);
    }

    @Test
    void stops_reading_just_after_the_limit() {
        var body = new RepeatedBody("{\"sendEmail\":true,\"userEmails\":[\"\"", ",\"\"", 20L * MEBIBYTE);
        assertThat(problem(body)).isEqualTo(HttpProblem.BODY_TOO_LARGE);
        assertThat(body.bytesRead()).isEqualTo(DEFAULTS.bodyBytes() + 1);
    }

    @Test
    void answers_with_the_limit_that_is_met_first() {
        assertThat(problem(bodyBytes(GOOD.length()), "x" + GOOD)).isEqualTo(HttpProblem.VALIDATION_FAILED);
        assertThat(problem(bodyBytes(20), "{\"sendEmail\":1,\"x\":1,\"userEmails\":[]}"))
                .isEqualTo(HttpProblem.BODY_TOO_LARGE);
    }

    @Test
    void takes_as_many_recipients_as_the_limit_and_not_one_more() {
        var three = recipients(3);
        assertThat(three.read(bodyWith("userEmails", "[\"\",\"\",\"\"]")).addresses())
                .hasSize(3);
        assertThat(problem(three, bodyWith("userEmails", "[\"\",\"\",\"\",\"\"]")))
                .isEqualTo(HttpProblem.TOO_MANY_RECIPIENTS);
    }

    @Test
    void too_many_recipients_are_only_refused_for_that_in_a_body_otherwise_good() {
        var one = recipients(1);
        for (String body : new String[] {
            "{\"userEmails\":[\"\",\"\"]}",
            "{\"sendEmail\":true,\"userEmails\":[\"\",\"\",3]}",
            "{\"sendEmail\":true,\"userEmails\":[\"\",\"\"],\"x\":1}",
            "{\"sendEmail\":true,\"userEmails\":[\"\",\"\"]",
            "{\"sendEmail\":true,\"userEmails\":[\"\",\"\"]}}"
        }) {
            assertThat(problem(one, body)).as(body).isEqualTo(HttpProblem.VALIDATION_FAILED);
        }
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            tags,                 64,  "a"
            winPolicyAssignments, 100, {"priority":1}
            """)
    void takes_lists_of_settings_up_to_their_limit(String field, int limit, String item) {
        var most = String.join(",", Collections.nCopies(limit, item));
        assertThat(Reading.accepted(bodyWith(field, "[" + most + "]"))).isNotNull();
        assertThat(kinds(refusal(bodyWith(field, "[" + most + "," + item + "]"))))
                .containsExactly(field + " array.max");
        assertThat(kinds(refusal(bodyWith(field, "[" + most + ",null]"))))
                .last()
                .isEqualTo(field + " array.max");
    }

    @Test
    void takes_its_bounds_from_the_operator() {
        var own = Reading.under(new RequestLimits(1, MEBIBYTE, 5, 10, 20, 1));
        assertThat(own.read(bodyWith("duration", "10")).settings().duration()).isEqualTo(Duration.ofSeconds(10));
        assertThat(own.read(bodyWith("emailText", "\"12345\"")).settings().emailText())
                .isEqualTo("12345");
        assertThatThrownBy(() -> own.read(bodyWith("emailText", "\"123456\""))).isInstanceOf(RequestRefused.class);
        assertThat(catchThrowableOfType(RequestRefused.class, () -> own.read(bodyWith("duration", "21")))
                        .errors())
                .extracting(RequestError::message)
                .containsExactly("must be a whole number of seconds from 10 to 20");
    }

    @Test
    void reports_errors_in_the_order_of_the_document() {
        assertThat(kinds(refusal("""
                {"tags":[1,"a",2],"z":{"y":1,"y":2},"duration":1,"userEmails":[true,"a"],"tags":[],
                 "children":{"segmentId":0.5,"q":1},"winPolicyAssignments":[{"winPolicyId":"","x":1},7]}""")))
                .containsExactly(
                        "tags.0 string.base",
                        "tags.2 string.base",
                        "z object.unknown",
                        "z.y object.duplicate",
                        "duration number.min",
                        "userEmails.0 string.base",
                        "tags object.duplicate",
                        "children.segmentId number.integer",
                        "children.q object.unknown",
                        "winPolicyAssignments.0.winPolicyId string.pattern.base",
                        "winPolicyAssignments.0.x object.unknown",
                        "winPolicyAssignments.0.priority any.required",
                        "winPolicyAssignments.1 object.base",
                        "sendEmail any.required");
    }

    @Test
    void reports_100_errors_and_says_when_there_are_more() {
        var hundred = refusal(bodyWith("userEmails", items(100)));
        assertThat(hundred.errors()).hasSize(100);
        assertThat(hundred.truncated()).isFalse();
        var more = refusal(bodyWith("userEmails", items(101)));
        assertThat(kinds(more)).last().isEqualTo("userEmails.99 string.base");
        assertThat(more.errors()).hasSize(100);
        assertThat(more.truncated()).isTrue();
    }

    @Test
    void a_syntax_error_after_100_others_counts_as_one_more() {
        assertThat(refusal("{\"userEmails\":" + items(100)).truncated()).isTrue();
        assertThat(refusal("{\"userEmails\":" + items(99)).truncated()).isFalse();
    }

    @Test
    void reads_no_further_than_101_errors() {
        var body = new RepeatedBody("{\"sendEmail\":true,\"userEmails\":[1", ",1", DEFAULTS.bodyBytes());
        var refusal = refusal(body);
        assertThat(refusal.errors()).hasSize(100);
        assertThat(refusal.truncated()).isTrue();
        assertThat(body.bytesRead()).isLessThan(64 * 1024);
    }

    @Test
    void refuses_16_mebibytes_of_what_is_no_object_with_its_first_errors() {
        assertThat(kinds(refusal(new RepeatedBody("", "1,", DEFAULTS.bodyBytes()))))
                .containsExactly(" object.base", " json.syntax");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"x":[1               | ,1
            {"x":[{"a":1}         | ,{"a":1}
            {"x":{"a":"           | 1
            {"displayName":"      | \\u000a
            {"duration":1         | 0
            {"duration":0.        | 0
            {"duration":1e        | 9
            {"duration":"1        | 0
            {"duration":"         | \\t
            {"winPolicyId":"      | a
            {"language":"         | es
            {"                    | key
            """)
    void refuses_16_mebibytes_of_anything(String before, String repeated) {
        assertThat(kinds(refusal(new RepeatedBody(before, repeated, DEFAULTS.bodyBytes()))))
                .last()
                .isEqualTo(" json.syntax");
    }

    @Test
    void refuses_16_mebibytes_of_different_keys() {
        var keys = new StringBuilder("{\"x\":{\"first\":0");
        for (int key = 0; keys.length() < DEFAULTS.bodyBytes() - 20; key++) {
            keys.append(",\"").append(Integer.toString(key, 36)).append("\":0");
        }
        assertThat(kinds(refusal(keys.append(",\"first\":0").toString())))
                .containsExactly("x object.unknown", "x.first object.duplicate", " json.syntax");
    }

    private static String items(int count) {
        return IntStream.range(0, count).mapToObj(String::valueOf).toList().toString();
    }

    private static Reading bodyBytes(long limit) {
        return Reading.under(new RequestLimits(100_000, limit, 20_000, 60, 2_592_000, 8));
    }

    private static Reading recipients(int limit) {
        return Reading.under(new RequestLimits(limit, MEBIBYTE, 20_000, 60, 2_592_000, 8));
    }

    private static HttpProblem problem(Reading reading, String body) {
        return catchThrowableOfType(RequestException.class, () -> reading.read(body))
                .problem();
    }

    private static HttpProblem problem(InputStream body) {
        return catchThrowableOfType(
                        RequestException.class, () -> Reading.under(DEFAULTS).read(body))
                .problem();
    }
}
