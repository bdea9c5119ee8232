package io.mdm.enrollment.web.resend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mdm.enrollment.api.InvitationResending.LinkRotation;
import io.mdm.enrollment.api.http.RequestRefused;
import io.mdm.enrollment.web.body.BodyReader;
import io.mdm.enrollment.web.bulk.Reading;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResendSchemaTest {
    private final BodyReader reader = new BodyReader(Reading.DEFAULTS, ignored -> {});

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                   | KEEP
            {}                   | KEEP
            {"rotate":false}     | KEEP
            {"rotate":"FALSE"}   | KEEP
            {"rotate":true}      | ROTATE
            {"rotate":"True"}    | ROTATE
            """)
    void the_link_stays_unless_a_new_one_is_asked_for(String body, LinkRotation rotation) {
        assertThat(reader.readUnlessEmpty(stream(body), ResendSchema.ONE).orElse(LinkRotation.KEEP))
                .isEqualTo(rotation);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"rotate":0}         | rotate boolean.base
            {"rotate":null}      | rotate boolean.base
            {"Rotate":true}      | Rotate object.unknown
            []                   | ` object.base`
            ` `                  | ` json.syntax`
            """)
    void anything_else_is_refused(String body, String error) {
        var refused = catchThrowableOfType(
                RequestRefused.class, () -> reader.readUnlessEmpty(stream(body), ResendSchema.ONE));

        assertThat(Reading.kinds(Objects.requireNonNull(refused))).containsExactly(error);
    }

    @Test
    void the_form_shown_is_that_of_a_resend() {
        var refused = catchThrowableOfType(
                RequestRefused.class,
                () -> reader.readUnlessEmpty(stream("{\"rotate\":{\"type\":\"boolean\"}}"), ResendSchema.ONE));

        assertThat(Objects.requireNonNull(refused).errors().get(0).message())
                .endsWith("the form of a request is {\"rotate\":true}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", " {\n} "})
    void nothing_may_be_said_in_two_ways(String body) {
        assertThatCode(() -> reader.readUnlessEmpty(stream(body), ResendSchema.BATCH))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"rotate\":true}", "null", "[]", "{"})
    void something_is_not_nothing(String body) {
        assertThat(catchThrowableOfType(
                        RequestRefused.class, () -> reader.readUnlessEmpty(stream(body), ResendSchema.BATCH)))
                .isNotNull();
    }

    private static InputStream stream(String body) {
        return new ByteArrayInputStream(body.getBytes(UTF_8));
    }
}
