package io.mdm.enrollment.web.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.mdm.enrollment.api.http.BulkRequest;
import io.mdm.enrollment.api.http.HttpProblem;
import io.mdm.enrollment.api.http.RequestError;
import io.mdm.enrollment.api.http.RequestException;
import io.mdm.enrollment.api.http.RequestRefused;
import io.mdm.enrollment.api.token.Language;
import io.mdm.enrollment.api.token.Particulars;
import io.mdm.enrollment.api.token.PolicyAssignment;
import io.mdm.enrollment.api.token.TokenChanges;
import io.mdm.enrollment.support.BulkForm;
import io.mdm.enrollment.web.body.BodyReader;
import io.mdm.enrollment.web.config.RequestLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BulkFormTest {
    private static final String POLICY = "698efa6ed851667d9c0aec8a";

    @ParameterizedTest
    @CsvSource({
        "excel-utf-8.csv, text/csv",
        "excel-utf-8.csv, application/vnd.ms-excel",
        "google-sheets.csv, text/csv",
        "libreoffice.csv, text/csv",
        "excel-unicode-text.txt, text/plain",
        "excel-ansi.csv, text/csv;charset=windows-1252"
    })
    void files_are_read_as_spreadsheets_write_them(String file, String type) throws IOException {
        var request = read(BulkForm.of(resource(file), type));

        assertThat(request.addresses())
                .containsExactly("ana@acme.example", "bob@acme.example", "zo\u00eb@acme.example", "eve@acme.example");
        assertThat(own(request, 0).name()).isEqualTo("Ana N\u00fa\u00f1ez");
        assertThat(own(request, 0).language()).isEqualTo(Language.ES);
        assertThat(changes(request, 0).values().displayName()).isEqualTo("Laptops, Madrid");
        assertThat(changes(request, 0).values().tags()).containsExactly("madrid", "laptop");
        assertThat(own(request, 1).name()).isEqualTo("Bob \"Bobby\" Brown");
        assertThat(own(request, 1).changes()).isEmpty();
        assertThat(own(request, 2).language()).isEqualTo(Language.FR);
        assertThat(changes(request, 3).values().displayName()).isEqualTo("B\u00fcro; \"Nord\"");
        assertThat(request.repairAddresses()).isTrue();
    }

    @Test
    void columns_have_names_in_any_case_and_any_order() {
        var request = read("""
                WINPOLICYASSIGNMENTS;SegmentId; eMail ;winPolicyId
                %1$s:5|%1$s;12;ana@acme.example;%2$s
                ;;bob@acme.example;
                """.formatted(POLICY, POLICY.toUpperCase(Locale.ROOT)));

        assertThat(request.addresses()).containsExactly("ana@acme.example", "bob@acme.example");
        var values = changes(request, 0).values();
        assertThat(values.segmentId()).isEqualTo(12);
        assertThat(values.winPolicyId()).isEqualTo(POLICY);
        assertThat(values.winPolicyAssignments())
                .containsExactly(new PolicyAssignment(POLICY, 5), new PolicyAssignment(POLICY, 0));
        assertThat(request.particulars().get(1)).isSameAs(Particulars.NONE);
    }

    @Test
    void rows_of_empty_cells_do_not_count_and_a_row_without_address_does() {
        assertThat(read("email,name\n\n,\nana@acme.example\n , \n,Bob\n").addresses())
                .containsExactly("ana@acme.example", "");
    }

    @Test
    void equal_changes_are_kept_once() {
        var request = read("email,tags\na@acme.example,x|y\nb@acme.example,x|y\n");
        assertThat(changes(request, 0)).isSameAs(changes(request, 1));
    }

    @Test
    void errors_tell_row_column_and_line() {
        var refusal = refusal(BulkForm.of("""
                email,language,name,segmentId
                ana@acme.example,es,"a
                b",1
                bob@acme.example,xx,Bob,one
                """));

        assertThat(refusal.errors())
                .extracting(
                        RequestError::path,
                        RequestError::type,
                        error -> error.context().get("line"))
                .containsExactly(
                        tuple(List.of("recipients", 0, "name"), "string.pattern.base", 2),
                        tuple(List.of("recipients", 1, "language"), "any.only", 4),
                        tuple(List.of("recipients", 1, "segmentId"), "number.base", 4));
        assertThat(refusal.errors().get(1).context()).containsKey("valids");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name,language|recipients.email any.required",
                "''|recipients.email any.required",
                "email,phone|recipients.phone object.unknown",
                "email,Email|recipients.email object.duplicate",
                "email,name,x y|recipients.x y object.unknown"
            })
    void columns_are_refused_by_name(String header, String error) {
        var refusal = refusal(BulkForm.of(header + "\nana@acme.example,b,c\n"));

        assertThat(Reading.kinds(refusal)).containsExactly(error);
        assertThat(refusal.errors().get(0).context()).containsEntry("line", 1);
    }

    @Test
    void a_cell_beyond_the_header_is_refused_unless_it_is_empty() {
        assertThat(read("email;;\nana@acme.example;;\n").addresses()).hasSize(1);
        assertThat(Reading.kinds(refusal(BulkForm.of("email,name\nana@acme.example,Ana,x\n"))))
                .containsExactly("recipients.0.3 object.unknown");
    }

    @Test
    void a_broken_file_is_refused_with_the_line_before_it() {
        var refusal = refusal(BulkForm.of("email,name\nana@acme.example,Ana\nbob@acme.example,\"Bob\n"));
        assertThat(Reading.kinds(refusal)).containsExactly("recipients csv.syntax");
        assertThat(refusal.errors().get(0).context()).containsEntry("line", 2);

        assertThat(Reading.kinds(refusal(BulkForm.of("email,name\na,\"b\"c\n"))))
                .containsExactly("recipients csv.syntax");
        assertThat(Reading.kinds(refusal(BulkForm.of("email,name\na," + "b".repeat(70_000) + "\n"))))
                .containsExactly("recipients csv.syntax");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "text/csv;charset=utf-8", "text/csv;charset=no-such"})
    void bytes_of_no_character_are_refused(String type) throws IOException {
        assertThat(Reading.kinds(refusal(BulkForm.of(resource("excel-ansi.csv"), type))))
                .containsExactly("recipients csv.encoding");
    }

    @Test
    void a_file_of_another_type_is_refused() {
        var type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        assertThat(problemOf(BulkForm.of(new byte[] {'P', 'K'}, type))).isEqualTo(HttpProblem.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void settings_and_file_are_judged_together() {
        var form = new BulkForm()
                .part("settings", "application/json", "{\"duration\":1,\"userEmails\":[]}".getBytes(UTF_8))
                .part("recipients", "text/csv", "email,language\nana@acme.example,xx\n".getBytes(UTF_8))
                .end();

        assertThat(Reading.kinds(refusal(form)))
                .containsExactly(
                        "duration number.min",
                        "userEmails object.unknown",
                        "sendEmail any.required",
                        "recipients.0.language any.only");
    }

    @Test
    void the_parts_come_in_any_order() {
        var form = new BulkForm()
                .part("recipients", "text/csv", "email\nana@acme.example\n".getBytes(UTF_8))
                .part("settings", "application/json", "{\"sendEmail\":false}".getBytes(UTF_8))
                .end();
        assertThat(read(form).addresses()).containsExactly("ana@acme.example");
    }

    @Test
    void parts_are_required_once_and_no_others_are_known() {
        byte[] file = "email\nana@acme.example\n".getBytes(UTF_8);
        assertThat(Reading.kinds(refusal(
                        new BulkForm().part("recipients", "text/csv", file).end())))
                .containsExactly("settings any.required");
        assertThat(Reading.kinds(refusal(new BulkForm().end()))).isNotEmpty();
        assertThat(Reading.kinds(refusal(new BulkForm()
                        .part("settings", "application/json", "{\"sendEmail\":true}".getBytes(UTF_8))
                        .part("recipients", "text/csv", file)
                        .part("recipients", "text/csv", file)
                        .part("note", "text/plain", file)
                        .end())))
                .containsExactly("recipients object.duplicate", "note object.unknown");
    }

    @Test
    void a_form_that_breaks_off_is_refused_as_a_whole() {
        byte[] whole = BulkForm.of("email\nana@acme.example\nbob@acme.example\n");
        for (int length = 0; length < whole.length - 4; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThat(catchThrowableOfType(RequestRefused.class, () -> read(cut)))
                    .as("cut after %d bytes", length)
                    .isNotNull();
        }
    }

    @Test
    void a_form_within_a_form_is_refused() {
        byte[] inner = "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--x--\r\n".getBytes(UTF_8);
        assertThat(Reading.kinds(refusal(new BulkForm()
                        .part("settings", "multipart/mixed; boundary=x", inner)
                        .end())))
                .containsExactly(" multipart.syntax");
    }

    @Test
    void a_form_that_is_too_long_or_holds_too_many_is_refused() {
        var limits = new RequestLimits(2, 1_000, 100, 60, 2_592_000, 1);
        assertThat(problemOf(BulkForm.of("email\na@b.example\nc@b.example\nd@b.example\n"), limits))
                .isEqualTo(HttpProblem.TOO_MANY_RECIPIENTS);
        assertThat(problemOf(BulkForm.of("email\n" + "a@b.example\n".repeat(100)), limits))
                .isEqualTo(HttpProblem.BODY_TOO_LARGE);
    }

    @Test
    void a_hundred_thousand_rows_are_read() {
        var file = IntStream.range(0, 100_000)
                .mapToObj(row -> "person" + row + "@acme.example,Person " + row + ",es,x|y\n")
                .collect(Collectors.joining("", "email,name,language,tags\n", ""));

        var request = read(file);

        assertThat(request.addresses()).hasSize(100_000);
        assertThat(own(request, 99_999).name()).isEqualTo("Person 99999");
    }

    private static Particulars own(BulkRequest request, int index) {
        return request.particulars().get(index);
    }

    private static TokenChanges changes(BulkRequest request, int index) {
        return own(request, index).changes().orElseThrow();
    }

    private static byte[] resource(String file) throws IOException {
        try (var in = Objects.requireNonNull(BulkFormTest.class.getResourceAsStream("/csv/" + file))) {
            return in.readAllBytes();
        }
    }

    private static BulkRequest read(String csv) {
        return read(BulkForm.of(csv));
    }

    private static BulkRequest read(byte[] form) {
        return read(new ByteArrayInputStream(form), Reading.DEFAULTS);
    }

    private static BulkRequest read(InputStream form, RequestLimits limits) {
        var reader = new BulkRequestReader(new BodyReader(limits, ignored -> {}), Reading.WITHOUT_KEY);
        return reader.read(form, BulkForm.CONTENT_TYPE);
    }

    private static RequestRefused refusal(byte[] form) {
        return catchThrowableOfType(RequestRefused.class, () -> read(form));
    }

    private static HttpProblem problemOf(byte[] form) {
        return problemOf(form, Reading.DEFAULTS);
    }

    private static HttpProblem problemOf(byte[] form, RequestLimits limits) {
        return catchThrowableOfType(RequestException.class, () -> read(new ByteArrayInputStream(form), limits))
                .problem();
    }
}
