package io.mdm.enrollment.web.resend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mdm.enrollment.api.InvitationResending.LinkRotation;
import io.mdm.enrollment.api.ResendBatch.Selection;
import io.mdm.enrollment.api.http.BulkResendRequest;
import io.mdm.enrollment.api.http.RequestRefused;
import io.mdm.enrollment.web.body.BodyReader;
import io.mdm.enrollment.web.bulk.Reading;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
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
    @ValueSource(strings = {"", "{}", " {\n} ", "{\"to\":\"unreached\",\"rotate\":false}"})
    void of_a_bulk_the_unreached_are_mailed_unless_others_are_asked_for(String body) {
        assertThat(reader.readUnlessEmpty(stream(body), ResendSchema.BATCH).orElse(BulkResendRequest.DEFAULT))
                .isEqualTo(BulkResendRequest.DEFAULT);
    }

    @Test
    void all_of_a_bulk_who_have_not_enrolled_may_get_new_links_and_another_text() {
        var body = "{\"to\":\"notEnrolled\",\"rotate\":true,\"emailText\":\"Last\\r\\ncall\"}";

        assertThat(reader.readUnlessEmpty(stream(body), ResendSchema.BATCH))
                .contains(
                        new BulkResendRequest(Selection.NOT_ENROLLED, LinkRotation.ROTATE, Optional.of("Last\ncall")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"to":"all"}             | to any.only
            {"to":"NOT_ENROLLED"}    | to any.only
            {"to":null}              | to any.only
            {"rotate":1}             | rotate boolean.base
            {"emailText":7}          | emailText string.base
            {"emailText":"\\u0001"} | emailText string.pattern.base
            {"note":"x"}             | note object.unknown
            """)
    void of_a_bulk_anything_else_is_refused(String body, String error) {
        var refused = catchThrowableOfType(
                RequestRefused.class, () -> reader.readUnlessEmpty(stream(body), ResendSchema.BATCH));

        assertThat(Reading.kinds(Objects.requireNonNull(refused))).containsExactly(error);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "{"})
    void something_is_not_nothing(String body) {
        assertThat(catchThrowableOfType(
                        RequestRefused.class, () -> reader.readUnlessEmpty(stream(body), ResendSchema.BATCH)))
                .isNotNull();
    }

    private static InputStream stream(String body) {
        return new ByteArrayInputStream(body.getBytes(UTF_8));
    }
}
