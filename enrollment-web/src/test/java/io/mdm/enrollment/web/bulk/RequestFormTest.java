package io.mdm.enrollment.web.bulk;

import static io.mdm.enrollment.web.bulk.Reading.accepted;
import static io.mdm.enrollment.web.bulk.Reading.refusal;
import static io.mdm.enrollment.web.bulk.Reading.refused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The two forms of a request, and schemas taken for requests. */
class RequestFormTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"object\",\"children\":{\"sendEmail\":true,\"duration\":60},\"userEmails\":[\"a@b.org\"]}",
                "{\"userEmails\":[\"a@b.org\"],\"children\":{\"duration\":60,\"sendEmail\":true},\"type\":\"object\"}",
                "{\"children\":{\"sendEmail\":true,\"duration\":60},\"userEmails\":[\"a@b.org\"]}",
                "{\"children\":{\"duration\":60},\"sendEmail\":true,\"userEmails\":[\"a@b.org\"]}",
                "{\"type\":\"object\",\"sendEmail\":true,\"duration\":60,\"userEmails\":[\"a@b.org\"]}"
            })
    void settings_may_be_wrapped(String body) {
        assertThat(accepted(body))
                .isEqualTo(accepted("{\"sendEmail\":true,\"duration\":60,\"userEmails\":[\"a@b.org\"]}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "type":"array",  "sendEmail":true                              | type any.only
            "type":"Object", "sendEmail":true                              | type any.only
            "type":null,     "sendEmail":true                              | type any.only
            "children":null, "sendEmail":true                              | children object.base
            "children":[],   "sendEmail":true                              | children object.base
            "children":{}                                                  | sendEmail any.required
            "children":{"sendEmail":1}                                     | children.sendEmail boolean.base
            "children":{"sendEmail":true,"winPolicyAssignments":[{}]} \
            | children.winPolicyAssignments.0.priority any.required
            "children":{"sendEmail":true,"userEmails":[]}                  | children.userEmails object.unknown
            "children":{"sendEmail":true,"type":"object"}                  | children.type object.unknown
            "children":{"sendEmail":true,"children":{"sendEmail":true}}    | children.children object.unknown
            "children":{"sendEmail":true}, "sendEmail":true                | sendEmail object.duplicate
            "sendEmail":1, "children":{"sendEmail":1}                      \
            | sendEmail boolean.base, children.sendEmail object.duplicate
            "sendEmail":true, "x":1, "children":{"x":1}                    | x object.unknown, children.x object.unknown
            "children":{"sendEmail":true}, "children":{"tags":[]}          | children object.duplicate
            """)
    void refuses_what_is_neither_form(String members, String errors) {
        assertThat(refused("{" + members + ",\"userEmails\":[]}")).containsExactly(errors.split(", "));
    }

    @Test
    void shows_the_flat_form_to_who_sends_the_schema() {
        var refusal = refusal("""
                {"type":"object","children":{
                  "sendEmail":{"type":"boolean","flags":{"insensitive":true,"presence":"required"},"truthy":true},
                  "displayName":{"type":"string","valids":"","rules":{"name":"max","arg":128}},
                  "tags":{"type":"array","flags":{"sparse":true},"items":{"type":"string"}},
                  "duration":{"type":"number","invalids":null},
                  "language":{"type":"string","valids":"es"},
                  "emailText":{"type":"string"},
                  "winPolicyId":{"type":"string"},
                  "winPolicyAssignments":{"type":"array"},
                  "segmentId":{"type":"number"}},
                 "userEmails":{"type":"array"}}""");
        assertThat(refusal.errors())
                .hasSize(10)
                .allSatisfy(error -> assertThat(error.message())
                        .contains("{\"sendEmail\":true,\"userEmails\":[\"ana@acme.example\"]}"));
    }

    @Test
    void the_form_shown_is_a_good_request() {
        assertThat(accepted(BulkSchema.REQUEST.example()).addresses()).containsExactly("ana@acme.example");
    }
}
