package io.mdm.enrollment.it;

import java.util.stream.Stream;

/** What hostile requests are made of. */
final class HostileWords {
    /** Routes below the tokens of an organization; {@code %s} is an id. */
    static final String[] ROUTES = lines("""
            POST /bulk
            POST /bulk/check
            POST /bulk/preview
            POST /bulk/test-mail
            PUT /bulk/%s
            GET /bulk/%s
            POST /bulk/%s/resend
            GET\s
            POST\s
            GET /%s
            PUT /%s
            DELETE /%s
            POST /%s/resend
            POST /verify
            POST /redeem
            POST /erase
            """);

    static final String[] OTHER_ROUTES = lines("""
            GET /enroll
            GET /enroll/%s
            POST /enroll
            GET /v1/%s
            GET /%s
            POST /problem
            GET /
            PUT /%s
            """);

    /** Not CONNECT, after which the listener keeps the connection. */
    static final String[] METHODS =
            words("GET POST PUT DELETE PATCH HEAD OPTIONS TRACE PROPFIND get P\u00d6ST {x} \u007f");

    /** Texts that some reader of text might stumble over; as ISO 8859-1, a character for a byte. */
    static final String[] TEXTS = and(
            words("""
                    x 0 -1 1e9 99999999999999999999 NaN null true * " "x" W/"x" "x-gzip" , ; ;;= = a;q=2 *;q=-1 q=1;q=1
                    {x} }{ ${x} ${jndi:ldap://x} #{x} % %zz %00 %0A %0d%0aX:y %25 %2F %2e%2e%2f %5C %C3%28 %F0%9F%98%80
                    %u0041 .. ../.. // /./ ;a=b ? # | ^ ` <x> [ ] \\ \\u0000 '/**/or/**/1=1-- $(x) \u0001 \u007f \u0000
                    \u00e9 \u00ff\u00fe \u00c3\u00a9 \u00e2\u0080\u00ae \u00ed\u00a0\u0080 zh-Hans-CN-x-y i-klingon en_US
                    application/json text/csv utf8 bytes=0-1 1.2.3.999 .:1 [::1 for=_x;by=" x:99999999
                    """),
            "",
            " ",
            "\t",
            "Sat, 31 Feb 2026 25:61:61 GMT",
            "en-" + "a".repeat(300),
            "a".repeat(257),
            "a".repeat(3_000),
            "a,".repeat(900),
            "(".repeat(500),
            "%41".repeat(900));

    /** What the module, the server or a library may read, except headers for which the listener waits. */
    static final String[] HEADERS = and(words("""
            Accept Accept-Charset Accept-Encoding Accept-Language Access-Control-Request-Headers
            Access-Control-Request-Method Authorization Cache-Control Content-Encoding Content-Language Content-Location
            Content-Range Content-Type Cookie Date Forwarded From Host Idempotency-Key If-Match If-Modified-Since
            If-None-Match If-Range If-Unmodified-Since Max-Forwards Origin Prefer Proxy-Authorization Range Referer
            Sec-CH-UA-Platform TE Trailer User-Agent Via X-Client-Address X-Forwarded-For X-Forwarded-Host
            X-Forwarded-Proto X-HTTP-Method-Override traceparent \u00e9
            """), "a b", "");

    static final String[] PARAMETERS = and(words("""
            page limit sort state search mdm-user win-policy segmentId show-deleted outcome mail lang email code
            """), "");

    static final String[] MEMBERS = words("""
            token email enrollCode winDeviceId rotate mdmUserId sendEmail userEmails displayName tags duration language
            emailText winPolicyId winPolicyAssignments segmentId type children
            recipients recipient email name sendAt paused reminders onPending
            """);

    /** JSON, whole or broken. */
    static final String[] VALUES =
            and(words("""
                    null true 7 -1e400 1e-400 9007199254740993 [] {} [[[]]] [null] {"a":{"a":[]}}
                    "698efa6ed851667d9c0aec8b" "a@b.example" ["a@b.example"] ["a@b.example",7] "\\ud800" "\\u0000"
                    "\\u202e"
                    """), "[".repeat(2_000), "{\"a\":".repeat(2_000), "\"" + "x".repeat(30_000) + "\"");

    private HostileWords() {}

    private static String[] words(String text) {
        return text.strip().split(" +|\n", -1);
    }

    private static String[] lines(String text) {
        return text.lines().toArray(String[]::new);
    }

    private static String[] and(String[] some, String... more) {
        return Stream.of(some, more).flatMap(Stream::of).toArray(String[]::new);
    }
}
