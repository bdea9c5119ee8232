package io.mdm.enrollment.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderGrammarTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Content-Type  | application/json
            Content-Type  | ` application/json ; charset="utf\\-8"; v=1`
            content-type  | application/vnd.api+json
            Accept        | */*
            ACCEPT        | text/csv;q=0.5, application/json;v="a,b";q=1.000 , text/*;q=0
            Accept-Language | *
            Accept-Language | de-CH, de;q=0.9, zh-Hant-TW ; q=0.8, *;q=0
            If-None-Match | *
            If-None-Match | "a", W/"b" ,""
            If-None-Match | "a"
            Authorization | ,
            X-Anything    | `/`
            """)
    void allows_what_is_well_formed(String header, String value) {
        assertThat(HeaderGrammar.allows(header, value)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Content-Type  | ``
            Content-Type  | json
            Content-Type  | application/x-www-form-urlencoded
            Content-Type  | Application/X-WWW-Form-URLEncoded; charset=UTF-8
            Content-Type  | application/*
            Content-Type  | application/
            Content-Type  | /json
            Content-Type  | application/json; charset
            Content-Type  | application/json, text/plain
            Content-Type  | application/json; v="a
            Accept        | `,`
            Accept        | text/csv;q=2
            Accept        | text/csv;q=0.5555
            Accept        | text/csv;q=much
            Accept        | text/csv application/json
            Accept-Language | `,`
            Accept-Language | de_CH
            Accept-Language | de;q=2
            Accept-Language | deutschland
            If-None-Match | a
            If-None-Match | *, "a"
            If-None-Match | `"a`
            If-None-Match | w/"a"
            """)
    void refuses_what_is_malformed(String header, String value) {
        assertThat(HeaderGrammar.allows(header, value)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            If-Match      | "a"                       | "a"
            If-Match      | W/"a"                     | "a"
            if-none-match | "a-gzip"                  | "a"
            If-None-Match | W/"a-br"                  | "a"
            If-None-Match | "a-JSON-gzip",  W/"b" , * | "a-JSON",  "b" , *
            If-Match      | "W/", "-gzip-br"          | "W/", "-gzip"
            If-Match      | "a-gzipped"               | "a-gzipped"
            If-Match      | *                         | *
            If-Match      | a-gzip                    | a-gzip
            X-Anything    | W/"a-gzip"                | W/"a-gzip"
            """)
    void reads_entity_tags_as_the_module_wrote_them(String header, String value, String canonical) {
        assertThat(HeaderGrammar.canonical(header, value)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({
        "0, true",
        "' 17', false",
        "17, true",
        "9999999999999999999999, true",
        "-1, false",
        "+1, false",
        "'17, 17', false"
    })
    void knows_a_length(String value, boolean valid) {
        assertThat(HeaderGrammar.isLength(value)).isEqualTo(valid);
    }

    @Test
    void judges_long_values_without_effort() {
        assertThat(HeaderGrammar.allows("Accept", "a/b;a=b,".repeat(125))).isFalse();
        assertThat(HeaderGrammar.allows("Accept", "a/b" + ";a=\"\\\"\"".repeat(130)))
                .isTrue();
        assertThat(HeaderGrammar.allows("Accept", "a/b" + ",a/b".repeat(250))).isFalse();
    }
}
