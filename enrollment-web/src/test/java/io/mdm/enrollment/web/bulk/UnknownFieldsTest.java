package io.mdm.enrollment.web.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mdm.enrollment.api.http.RequestRefused;
import io.mdm.enrollment.web.body.BodyReader;
import io.mdm.enrollment.web.config.RequestLimits;
import io.mdm.enrollment.web.config.RequestLimits.UnknownFields;
import io.mdm.enrollment.web.metric.IgnoredFields;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The setting {@code limits.unknown-fields}. */
class UnknownFieldsTest {
    private static final String GOOD = "\"sendEmail\":true,\"userEmails\":[]";

    private final List<IgnoredFields> counted = new ArrayList<>();
    private final Reading ignoring = reading(UnknownFields.IGNORE);

    private Reading reading(UnknownFields unknown) {
        return new Reading(new BodyReader(new RequestLimits(10, 1 << 20, 10, 60, 600, 1, unknown), counted::add));
    }

    @Test
    void are_ignored_and_counted_where_the_operator_wants_that() {
        var request = ignoring.read("{\"a\":1,%s,\"b\":{\"c\":[null]}}".formatted(GOOD));

        assertThat(request.settings().sendEmail()).isTrue();
        assertThat(counted).containsExactly(new IgnoredFields(2));
    }

    @Test
    void nothing_is_counted_of_a_body_without_them() {
        ignoring.read("{%s}".formatted(GOOD));

        assertThat(counted).isEmpty();
    }

    @Test
    void are_refused_unless_the_operator_wants_otherwise() {
        assertThat(refused(reading(UnknownFields.REFUSE), "{\"a\":1,%s}".formatted(GOOD)))
                .containsExactly("a object.unknown");
        assertThat(counted).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "winPolicyAssignments":[{"priority":0,"a":1}],"sendEmail":true,"userEmails":[] | winPolicyAssignments.0.a object.unknown
            "children":{"sendEmail":true,"a":1},"userEmails":[]                            | children.a object.unknown
            "a":1,"a":2,"sendEmail":true,"userEmails":[]                                   | a object.duplicate
            "sendEmail":true,"sendEmail":true,"userEmails":[]                              | sendEmail object.duplicate
            "a":"\\u0000","sendEmail":true,"userEmails":[]                                 | a json.encoding
            "a":{"b":1,"b":2},"sendEmail":true,"userEmails":[]                             | a.b object.duplicate
            """)
    void what_is_deeper_repeated_or_unsound_is_refused_nevertheless(String members, String error) {
        assertThat(refused(ignoring, "{" + members + "}")).containsExactly(error);
    }

    @Test
    void no_more_than_100_are_ignored() {
        assertThat(ignoring.read("{%s,%s}".formatted(unknown(100), GOOD)).addresses())
                .isEmpty();
        assertThat(refused(ignoring, "{%s,%s}".formatted(unknown(101), GOOD))).containsExactly("k100 object.unknown");
    }

    private static String unknown(int count) {
        return IntStream.range(0, count).mapToObj(i -> "\"k" + i + "\":0").collect(Collectors.joining(","));
    }

    private static List<String> refused(Reading reading, String body) {
        return Reading.kinds(catchThrowableOfType(RequestRefused.class, () -> reading.read(body)));
    }
}
