package io.mdm.enrollment.web.bulk;

import static io.mdm.enrollment.web.bulk.Reading.accepted;
import static io.mdm.enrollment.web.bulk.Reading.bodyWith;
import static io.mdm.enrollment.web.bulk.Reading.kinds;
import static io.mdm.enrollment.web.bulk.Reading.refusal;
import static io.mdm.enrollment.web.bulk.Reading.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What JSON leaves open, and what is not JSON. */
class StrictJsonTest {
    private static final String GOOD = "{\"sendEmail\":true,\"userEmails\":[]}";

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\uFEFF", "\t\r\n"})
    void may_stand_between_white_space_and_after_one_byte_order_mark(String before) {
        assertThat(accepted(before + GOOD + " \r\n\t").addresses()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF"})
    void needs_a_body(String body) {
        assertThat(refused(body)).containsExactly(" any.required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "true", "1", "\"\"", "[]", "[" + GOOD + "]"})
    void needs_an_object(String body) {
        assertThat(refused(body)).containsExactly(" object.base");
        assertThat(refusal(body).errors().get(0).message()).contains(BulkSchema.REQUEST.example());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "\uFEFF\uFEFF" + GOOD,
                "{",
                "}",
                "{]",
                "{,}",
                "{\"x\"}",
                "{'sendEmail':true}",
                "{sendEmail:true}",
                "NaN",
                "// a\n{}",
                "undefined",
                "\u00A0" + GOOD,
                "\u0000"
            })
    void needs_json(String body) {
        assertThat(refused(body)).containsExactly(" json.syntax");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NaN",
                "Infinity",
                "-Infinity",
                "01",
                "+1",
                "-",
                ".5",
                "5.",
                "1e",
                "1e+",
                "0x3c",
                "True",
                "nul",
                "'a'",
                "\"\\x41\"",
                "\"\\u12\"",
                "\"\\u{41}\"",
                "\"a\nb\"",
                "\"a\tb\"",
                "\"a\u0000b\"",
                "[1,]",
                "[,1]",
                "[1 2]",
                "{\"a\":1,}",
                "{\"a\" 1}",
                "{1:1}",
                "[1}",
                "/* */ 1",
                "",
                "1 1"
            })
    void needs_json_in_every_value(String value) {
        assertThat(refused(bodyWith("x", value))).last().isEqualTo(" json.syntax");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "{}", GOOD, "]", "}", ",", "\u0000", "\uFEFF", "1", "\"", "//"})
    void refuses_text_after_the_object(String after) {
        assertThat(refused(GOOD + " " + after)).containsExactly(" json.syntax");
    }

    @Test
    void a_syntax_error_ends_the_list_and_names_its_place() {
        var refusal = refusal("{\"sendEmail\":1,\n \"duration\":1,\n \"tags\":[1,,\"\\u0007\"],\"x\":1}");
        assertThat(kinds(refusal))
                .containsExactly("sendEmail boolean.base", "duration number.min", "tags.0 string.base", " json.syntax");
        assertThat(refusal.errors().get(3).message()).contains("line 3, column ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "tags":[], "tags":[]                              | tags object.duplicate
            "tags":[], "t\\u0061gs":[1]                       | tags object.duplicate
            "x":1, "x":{"a":1,"a":2}                          | x object.unknown, x object.duplicate, x.a object.duplicate
            "x":{"a":[{"b":1,"b":{"c":1,"c":1}}]}             \
            | x object.unknown, x.a.0.b object.duplicate, x.a.0.b.c object.duplicate
            "x":{"":1,"":2}                                   | x object.unknown, x. object.duplicate
            "winPolicyAssignments":[{"priority":1,"priority":1}] \
            | winPolicyAssignments.0.priority object.duplicate
            "duration":{"a":1,"a":1}                          | duration number.base, duration.a object.duplicate
            "x":{"a":{"b":1},"c":{"b":1}}                     | x object.unknown
            """)
    void refuses_repeated_keys_at_any_depth(String members, String errors) {
        assertThat(refused("{\"sendEmail\":true," + members + ",\"userEmails\":[]}"))
                .containsExactly(errors.split(", "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "displayName":"a\\u0000"           | displayName json.encoding
            "displayName":"\\ud800"            | displayName json.encoding
            "displayName":"\\ud800 \\udc00"    | displayName json.encoding
            "displayName":"\\udc00\\ud800"     | displayName json.encoding
            "tags":["","\\udfff"]              | tags.1 json.encoding
            "language":"es\\u0000"             | language json.encoding
            "emailText":"\\u0000"              | emailText json.encoding
            "winPolicyId":"\\ud800"            | winPolicyId json.encoding
            "x":"\\u0000"                      | x object.unknown, x json.encoding
            "x":[{"a":["\\udc00"]}]            | x object.unknown, x.0.a.0 json.encoding
            "x":{"a\\u0000":1,"a":1}           | x object.unknown, x.a json.encoding, x.a object.duplicate
            "t\\ud800":1                       | t json.encoding, t object.unknown
            "duration":["\\u0000"]             | duration number.base, duration.0 json.encoding
            "tags":[],"tags":"\\u0000"         | tags object.duplicate, tags json.encoding
            """)
    void refuses_nul_and_halves_of_surrogate_pairs_anywhere(String members, String errors) {
        assertThat(refused("{\"sendEmail\":true," + members + ",\"userEmails\":[]}"))
                .containsExactly(errors.split(", "));
    }

    @Test
    void refuses_nul_and_halves_of_surrogate_pairs_in_what_is_required() {
        assertThat(refused("{\"sendEmail\":\"true\\u0000\",\"userEmails\":[\"a@b.org\\ud800\",\"a\\u0001\"]}"))
                .containsExactly("sendEmail json.encoding", "userEmails.0 json.encoding");
    }

    /** Stray and missing continuation bytes, overlong forms, surrogates, beyond U+10FFFF, UTF-16, Latin-1. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "80",
                "c3",
                "c328",
                "c080",
                "c0af",
                "e080af",
                "f08080af",
                "eda080",
                "eda080edb080",
                "f4908080",
                "f5808080",
                "ff",
                "fe",
                "e9",
                "e282",
                "f09f98"
            })
    void refuses_what_is_not_utf_8(String bytes) {
        assertThat(kinds(refusal(around("{\"sendEmail\":1,\"x\":\"", bytes, "\"}"))))
                .containsExactly("sendEmail boolean.base", " json.encoding");
        assertThat(kinds(refusal(around(GOOD, bytes, "")))).containsExactly(" json.encoding");
        assertThat(kinds(refusal(around("", bytes, GOOD)))).containsExactly(" json.encoding");
    }

    @Test
    void refuses_utf_16() {
        assertThat(kinds(refusal(GOOD.getBytes(StandardCharsets.UTF_16)))).containsExactly(" json.encoding");
        assertThat(kinds(refusal(GOOD.getBytes(StandardCharsets.UTF_16LE)))).containsExactly(" json.syntax");
    }

    @Test
    void takes_16_levels_and_refuses_more_at_once() {
        assertThat(refused(bodyWith("x", "[".repeat(15) + "]".repeat(15)))).containsExactly("x object.unknown");
        assertThat(refusal(bodyWith("x", "[".repeat(16) + "]".repeat(16))).errors())
                .extracting(error -> error.type() + " " + error.path().size())
                .containsExactly("object.unknown 1", "json.depth 16");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [        | object.base, json.depth
            {"a":    | object.unknown, json.depth
            """)
    void refuses_100_000_levels(String level, String types) {
        assertThat(refusal(level.repeat(100_000)).errors()).extracting("type").containsExactly((Object[])
                types.split(", "));
        assertThat(refusal("{\"duration\":" + level.repeat(100_000)).errors())
                .extracting("type")
                .containsExactly("number.base", "json.depth");
    }

    private static byte[] around(String before, String hex, String after) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(before.getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(HexFormat.of().parseHex(hex));
        bytes.writeBytes(after.getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }
}
