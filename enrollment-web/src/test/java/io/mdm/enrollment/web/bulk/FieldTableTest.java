package io.mdm.enrollment.web.bulk;

import static io.mdm.enrollment.web.bulk.Reading.accepted;
import static io.mdm.enrollment.web.bulk.Reading.bodyWith;
import static io.mdm.enrollment.web.bulk.Reading.refusal;
import static io.mdm.enrollment.web.bulk.Reading.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.OnPending;
import io.mdm.enrollment.api.http.BulkRequest;
import io.mdm.enrollment.api.token.EnrollmentSettings;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of fields: what each accepts, what it refuses, what its absence means. */
class FieldTableTest {
    private static final String D24 = "698efa6ed851667d9c0aec8a";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            sendEmail            | true                       | true
            sendEmail            | false                      | false
            sendEmail            | "true"                     | true
            sendEmail            | "TRUE"                     | true
            sendEmail            | "fAlSe"                    | false
            sendEmail            | "tr\\u0075e"               | true
            displayName          | ""                         | ``
            displayName          | "Ana's PC"                 | Ana's PC
            displayName          | " <b> "                    | ` <b> `
            displayName          | "שלום"                     | שלום
            displayName          | "\\ud83d\\ude00"           | 😀
            tags                 | []                         | []
            tags                 | [""]                       | []
            tags                 | ["b", "", "a", "b"]        | [b, , a, b]
            duration             | 60                         | PT1M
            duration             | 2592000                    | PT720H
            duration             | 3600.0                     | PT1H
            duration             | 36e2                       | PT1H
            duration             | 360000e-2                  | PT1H
            duration             | "3600"                     | PT1H
            duration             | " 3600 "                   | PT1H
            duration             | "\\t+3600.000\\n"          | PT1H
            duration             | "003600"                   | PT1H
            duration             | "8.64e4"                   | PT24H
            duration             | "8.64E+4"                  | PT24H
            language             | "es"                       | ES
            language             | "en"                       | EN
            language             | "fr"                       | FR
            language             | "de"                       | DE
            language             | "it"                       | IT
            language             | "zh"                       | ZH
            language             | "pt"                       | PT
            language             | "ru"                       | RU
            emailText            | ""                         | ``
            emailText            | "Hi \\u202eall\\u2066"     | `Hi \u202eall\u2066`
            emailText            | "a\\u2028b\\u2029c\\rd"    | `a\nb\nc\nd`
            displayName          | "\\ud83d\\udc69\\u200d\\ud83d\\udc67" | `\ud83d\udc69\u200d\ud83d\udc67`
            winPolicyId          | ""                         | null
            winPolicyId          | "698efa6ed851667d9c0aec8a" | 698efa6ed851667d9c0aec8a
            winPolicyId          | "698EFA6ED851667D9C0AEC8A" | 698efa6ed851667d9c0aec8a
            winPolicyAssignments | []                         | []
            winPolicyAssignments | [{"priority":0}]           | [PolicyAssignment[winPolicyId=null, priority=0]]
            winPolicyAssignments | [{"priority":"1e4"}]       | [PolicyAssignment[winPolicyId=null, priority=10000]]
            segmentId            | 0                          | 0
            segmentId            | -0.0                       | 0
            segmentId            | 9007199254740991           | 9007199254740991
            segmentId            | -9007199254740991          | -9007199254740991
            segmentId            | "9007199254740991"         | 9007199254740991
            segmentId            | "-9.007199254740991e15"    | -9007199254740991
            segmentId            | 0e99999999999999999999     | 0
            segmentId            | "0.0e-99999999999999999999" | 0
            userEmails           | []                         | []
            userEmails           | ["a@b.org", "", " a\\r\\n"] | `[a@b.org, ,  a\r\n]`
            """)
    void accepts(String field, String value, String read) throws ReflectiveOperationException {
        assertThat(valueOf(field, accepted(bodyWith(field, value)))).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            sendEmail            | null                       | sendEmail boolean.base
            sendEmail            | 0                          | sendEmail boolean.base
            sendEmail            | 1                          | sendEmail boolean.base
            sendEmail            | "yes"                      | sendEmail boolean.base
            sendEmail            | ""                         | sendEmail boolean.base
            sendEmail            | " true "                   | sendEmail boolean.base
            sendEmail            | "fal\\u017fe"              | sendEmail boolean.base
            sendEmail            | []                         | sendEmail boolean.base
            sendEmail            | {}                         | sendEmail boolean.base
            displayName          | null                       | displayName string.base
            displayName          | 7                          | displayName string.base
            displayName          | ["a"]                      | displayName string.base
            displayName          | "a\\r\\nBcc: b@c.org"      | displayName string.pattern.base
            displayName          | "a\\tb"                    | displayName string.pattern.base
            displayName          | "\\u007f"                  | displayName string.pattern.base
            displayName          | "\\u0085"                  | displayName string.pattern.base
            displayName          | "\\u202a"                  | displayName string.pattern.base
            displayName          | "a\\u202e"                 | displayName string.pattern.base
            displayName          | "\\u2066"                  | displayName string.pattern.base
            displayName          | "\\u2069"                  | displayName string.pattern.base
            displayName          | "a\\u2028b"                | displayName string.pattern.base
            displayName          | "a\\u200bb"                | displayName string.pattern.base
            displayName          | "a\\udb40\\udc41b"          | displayName string.pattern.base
            tags                 | ["\\ufeff"]                | tags.0 string.pattern.base
            tags                 | null                       | tags array.base
            tags                 | "a"                        | tags array.base
            tags                 | {}                         | tags array.base
            tags                 | [1]                        | tags.0 string.base
            tags                 | ["a", null]                | tags.1 string.base
            tags                 | [["a"]]                    | tags.0 string.base
            tags                 | ["a", "b", "\\n"]          | tags.2 string.pattern.base
            duration             | 59                         | duration number.min
            duration             | -3600                      | duration number.min
            duration             | 2592001                    | duration number.max
            duration             | 3600.5                     | duration number.integer
            duration             | 3600.0000000000000000001   | duration number.integer
            duration             | 1e-400                     | duration number.integer
            duration             | 1e-99999999999999999999    | duration number.integer
            duration             | 1e400                      | duration number.unsafe
            duration             | 1e1000000000               | duration number.unsafe
            duration             | 1e99999999999999999999     | duration number.unsafe
            duration             | ""                         | duration number.base
            duration             | " "                        | duration number.base
            duration             | null                       | duration number.base
            duration             | true                       | duration number.base
            duration             | [3600]                     | duration number.base
            duration             | "1d"                       | duration number.base
            duration             | "0x3c"                     | duration number.base
            duration             | "Infinity"                 | duration number.base
            duration             | "NaN"                      | duration number.base
            duration             | "3600."                    | duration number.base
            duration             | ".5e4"                     | duration number.base
            duration             | "36 00"                    | duration number.base
            duration             | "3,600"                    | duration number.base
            duration             | "٣٦٠٠"                     | duration number.base
            duration             | "3600f"                    | duration number.base
            language             | ""                         | language any.only
            language             | "ES"                       | language any.only
            language             | "es "                      | language any.only
            language             | "xx"                       | language any.only
            language             | null                       | language any.only
            language             | 1                          | language any.only
            emailText            | null                       | emailText string.base
            emailText            | 1                          | emailText string.base
            emailText            | "\\u0007"                  | emailText string.pattern.base
            emailText            | "\\u000b"                  | emailText string.pattern.base
            emailText            | "\\u0085"                  | emailText string.pattern.base
            winPolicyId          | null                       | winPolicyId string.base
            winPolicyId          | 698                        | winPolicyId string.base
            winPolicyId          | "698efa6ed851667d9c0aec8"  | winPolicyId string.pattern.base
            winPolicyId          | "698efa6ed851667d9c0aec8aa" | winPolicyId string.pattern.base
            winPolicyId          | "698efa6ed851667d9c0aec8a\\n" | winPolicyId string.pattern.base
            winPolicyId          | "698efa6ed851667d9c0aec8g" | winPolicyId string.pattern.base
            winPolicyId          | "698efa6ed851667d9c0aec8８" | winPolicyId string.pattern.base
            winPolicyId          | " "                        | winPolicyId string.pattern.base
            winPolicyAssignments | null                       | winPolicyAssignments array.base
            winPolicyAssignments | {"priority":1}             | winPolicyAssignments array.base
            winPolicyAssignments | [null]                     | winPolicyAssignments.0 object.base
            winPolicyAssignments | [[]]                       | winPolicyAssignments.0 object.base
            winPolicyAssignments | [{}]                       | winPolicyAssignments.0.priority any.required
            winPolicyAssignments | [{"priority":null}]        | winPolicyAssignments.0.priority number.base
            winPolicyAssignments | [{"priority":-1}]          | winPolicyAssignments.0.priority number.min
            winPolicyAssignments | [{"priority":10001}]       | winPolicyAssignments.0.priority number.max
            winPolicyAssignments | [{"priority":0.5}]         | winPolicyAssignments.0.priority number.integer
            winPolicyAssignments | [{"priority":1,"x":1}]     | winPolicyAssignments.0.x object.unknown
            winPolicyAssignments | [{"priority":1,"winPolicyId":""}] \
            | winPolicyAssignments.0.winPolicyId string.pattern.base
            winPolicyAssignments | [{"priority":1,"winPolicyId":null}] \
            | winPolicyAssignments.0.winPolicyId string.base
            segmentId            | 1.5                        | segmentId number.integer
            segmentId            | 9007199254740992           | segmentId number.unsafe
            segmentId            | -9007199254740992          | segmentId number.unsafe
            segmentId            | 9223372036854775808        | segmentId number.unsafe
            segmentId            | 1e21                       | segmentId number.unsafe
            segmentId            | "1e21"                     | segmentId number.unsafe
            segmentId            | null                       | segmentId number.base
            segmentId            | false                      | segmentId number.base
            userEmails           | null                       | userEmails array.base
            userEmails           | "a@b.org"                  | userEmails array.base
            userEmails           | {"0":"a@b.org"}            | userEmails array.base
            userEmails           | ["a@b.org", 1]             | userEmails.1 string.base
            userEmails           | [null]                     | userEmails.0 string.base
            userEmails           | [["a@b.org"]]              | userEmails.0 string.base
            unknown              | 1                          | unknown object.unknown
            organizationId       | "698efa6ed851667d9c0aec8a" | organizationId object.unknown
            state                | {"a":[{}]}                 | state object.unknown
            SendEmail            | true                       | SendEmail object.unknown
            flags                | {}                         | flags object.unknown
            """)
    void refuses(String field, String value, String error) {
        assertThat(refused(bodyWith(field, value))).containsExactly(error);
    }

    @Test
    void needs_only_send_email_and_user_emails() {
        assertThat(accepted("{\"sendEmail\":false,\"userEmails\":[\"ana@acme.example\"]}"))
                .isEqualTo(new BulkRequest(
                        new EnrollmentSettings(
                                false, null, List.of(), Duration.ofDays(1), null, null, null, List.of(), null),
                        List.of("ana@acme.example"),
                        false,
                        List.of(),
                        OnPending.ADD,
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void reports_what_is_required_and_missing_at_the_end() {
        assertThat(refused("{\"x\":1}"))
                .containsExactly("x object.unknown", "sendEmail any.required", "userEmails any.required");
    }

    @Test
    void keeps_assignments_in_the_order_given() {
        String items = "[{\"priority\":2,\"winPolicyId\":\"%s\"},{\"winPolicyId\":\"%s\",\"priority\":1.0}]"
                .formatted(D24.toUpperCase(Locale.ROOT), "0".repeat(24));
        assertThat(accepted(bodyWith("winPolicyAssignments", items)).settings().winPolicyAssignments())
                .hasToString("[PolicyAssignment[winPolicyId=" + D24 + ", priority=2], PolicyAssignment[winPolicyId="
                        + "0".repeat(24) + ", priority=1]]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "é", "\uD83D\uDE00"})
    void takes_names_and_tags_of_128_utf_16_units(String character) {
        String longest = character.repeat(128 / character.length());
        assertThat(accepted(bodyWith("displayName", "\"" + longest + "\""))
                        .settings()
                        .displayName())
                .isEqualTo(longest);
        assertThat(accepted(bodyWith("tags", "[\"" + longest + "\"]"))
                        .settings()
                        .tags())
                .containsExactly(longest);
        assertThat(refused(bodyWith("displayName", "\"b" + longest + "\""))).containsExactly("displayName string.max");
        assertThat(refused(bodyWith("tags", "[\"b" + longest + "\"]"))).containsExactly("tags.0 string.max");
    }

    @Test
    void reports_every_rule_that_a_text_breaks() {
        assertThat(refused(bodyWith("displayName", "\"" + "\\n".repeat(129) + "\"")))
                .containsExactly("displayName string.max", "displayName string.pattern.base");
    }

    @Test
    void ends_every_line_of_the_mail_text_with_a_line_feed() {
        assertThat(accepted(bodyWith("emailText", "\"a\\r\\nb\\rc\\n\\td\\r\\r\\n\""))
                        .settings()
                        .emailText())
                .isEqualTo("a\nb\nc\n\td\n\n");
    }

    @Test
    void measures_the_mail_text_after_its_lines_are_ended() {
        assertThat(accepted(bodyWith("emailText", "\"" + "\\r\\n".repeat(20_000) + "\""))
                        .settings()
                        .emailText())
                .hasSize(20_000);
        assertThat(refused(bodyWith("emailText", "\"" + "a".repeat(20_001) + "\"")))
                .containsExactly("emailText string.max");
    }

    @Test
    void names_unit_and_bounds_of_the_duration() {
        assertThat(refusal(bodyWith("duration", "59")).errors().get(0).message())
                .isEqualTo("must be a whole number of seconds from 60 to 2592000");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            []                 |
            [900]              | PT15M
            ["7200", 900.0]    | PT2H PT15M
            [85500,3600,1e3]   | PT23H45M PT1H PT16M40S
            """)
    void takes_up_to_three_reminders(String value, @Nullable String times) {
        assertThat(accepted(bodyWith("reminders", value)).reminders().orElseThrow())
                .containsExactlyElementsOf(
                        Stream.of(Objects.requireNonNullElse(times, "").split(" ", -1))
                                .filter(time -> !time.isEmpty())
                                .map(Duration::parse)
                                .toList());
        assertThat(accepted("{\"sendEmail\":true,\"userEmails\":[]}").reminders())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                   | reminders array.base
            null                 | reminders array.base
            3600                 | reminders array.base
            [899]                | reminders.0 number.min
            [900,85501]          | reminders.1 number.max
            [2591101]            | reminders.0 number.max
            [900.5]              | reminders.0 number.integer
            [900,"x"]            | reminders.1 number.base
            [900,1000,900]       | reminders.2 array.unique
            [900,1000,1100,1200] | reminders array.max
            """)
    void refuses_other_reminders(String value, String error) {
        assertThat(refused(bodyWith("reminders", value))).containsExactly(error);
    }

    @Test
    void compares_reminders_with_the_duration_wherever_it_stands() {
        var body = "{\"reminders\":[1200,900],\"sendEmail\":true,\"userEmails\":[],%s}";

        assertThat(accepted(body.formatted("\"duration\":2100")).reminders()).isPresent();
        assertThat(refused(body.formatted("\"duration\":2099"))).containsExactly("reminders.0 number.max");
        assertThat(refused(body.formatted("\"children\":{\"duration\":1799}")))
                .containsExactly("reminders.0 number.max", "reminders.1 number.max");
        assertThat(refusal(body.formatted("\"duration\":2099")).errors().get(0).message())
                .isEqualTo("must be at most 1199, which is 900 seconds less than the duration");
        assertThat(refusal(body.formatted("\"duration\":1799")).errors().get(1).message())
                .isEqualTo("needs a duration of at least 1800 seconds");
        assertThat(refused(body.formatted("\"duration\":0"))).as("once").containsExactly("duration number.min");
    }

    @Test
    void shows_at_most_64_characters_of_an_unknown_key_and_no_controls() {
        String key = "k\\u0007\\r\\n" + "y".repeat(62) + "\\ud83d\\ude00";
        var error = refusal(bodyWith(key, "1")).errors().get(0);
        assertThat(error.path()).containsExactly("k" + "y".repeat(62));
        assertThat(error.message()).startsWith("\"k" + "y".repeat(62) + "\"");
        assertThat(refused(bodyWith("y".repeat(65), "1"))).containsExactly("y".repeat(64) + " object.unknown");
    }

    @Test
    void never_echoes_a_refused_value() {
        String secret = "\"s3cr3t\"";
        String body = """
                {"sendEmail":%1$s,"displayName":["s3cr3t"],"tags":%1$s,"duration":%1$s,"language":%1$s,"emailText":[%1$s],
                "winPolicyId":%1$s,"winPolicyAssignments":[{"winPolicyId":%1$s,"priority":%1$s},%1$s],"segmentId":%1$s,
                "userEmails":%1$s,"unknown":%1$s,"type":%1$s,"children":%1$s,"unknown":%1$s} s3cr3t""".formatted(secret);
        assertThat(refusal(body).errors())
                .hasSizeGreaterThan(14)
                .noneMatch(error -> error.toString().contains("s3cr3t"));
    }

    private static String valueOf(String field, BulkRequest request) throws ReflectiveOperationException {
        Object value = field.equals("userEmails")
                ? request.addresses()
                : EnrollmentSettings.class.getMethod(field).invoke(request.settings());
        return String.valueOf(value);
    }
}
