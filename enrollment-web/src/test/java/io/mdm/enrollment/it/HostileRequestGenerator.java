package io.mdm.enrollment.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes requests from a seed that are bad in several places at once: path, query, headers, claims of the token, body.
 *
 * @param organizations ids and slugs, known and unknown
 * @param ids of tokens and batches, known and unknown
 * @param tokens signs the claims that the dice have made
 */
record HostileRequestGenerator(
        long seed, List<String> organizations, List<String> ids, BiFunction<Dice, Boolean, String> tokens) {
    private static final String TOKENS = "/v1/organizations/%s/mdm/windows/enterprise/enrollment-tokens";
    private static final String[] ROUTES = {
        "POST /bulk",
        "GET /bulk/%s",
        "POST /bulk/%s/resend",
        "GET ",
        "POST ",
        "GET /%s",
        "PUT /%s",
        "DELETE /%s",
        "POST /%s/resend",
        "POST /verify",
        "POST /redeem",
        "POST /erase"
    };
    private static final String[] OTHER_ROUTES = {
        "GET /enroll", "GET /enroll/%s", "POST /enroll", "GET /v1/%s", "GET /%s", "POST /problem", "GET /", "PUT /%s"
    };
    private static final String[] METHODS = {
        "GET",
        "POST",
        "PUT",
        "DELETE",
        "PATCH",
        "HEAD",
        "OPTIONS",
        "TRACE",
        "CONNECT",
        "PROPFIND",
        "get",
        "P\u00d6ST",
        "{x}"
    };
    /** Texts that some reader of text might stumble over. */
    static final String[] TEXTS = {
        "",
        " ",
        "\t",
        "x",
        "0",
        "-1",
        "1e9",
        "99999999999999999999",
        "NaN",
        "null",
        "true",
        "*",
        "\"",
        "\"x\"",
        "W/\"x\"",
        "\"x-gzip\"",
        ",",
        ";",
        ";;=",
        "=",
        "a;q=2",
        "*;q=-1",
        "q=1;q=1",
        "{x}",
        "}{",
        "${x}",
        "${jndi:ldap://x}",
        "#{x}",
        "%",
        "%zz",
        "%00",
        "%0A",
        "%0d%0aX: y",
        "%25",
        "%2F",
        "%2e%2e%2f",
        "%5C",
        "%C3%28",
        "%F0%9F%98%80",
        "%u0041",
        "..",
        "../..",
        "//",
        "/./",
        ";a=b",
        ";",
        "?",
        "#",
        "|",
        "^",
        "`",
        "<x>",
        "[",
        "]",
        "\\",
        "\\u0000",
        "' or 1=1--",
        "$(x)",
        "\u0001",
        "\u007f",
        "\u0000",
        "\u00e9",
        "\u00ff\u00fe",
        "\u00c3\u00a9",
        "\u00e2\u0080\u00ae",
        "\u00ed\u00a0\u0080",
        "en-" + "a".repeat(300),
        "zh-Hans-CN-x-y",
        "i-klingon",
        "en_US",
        "application/json",
        "text/csv",
        "utf8",
        "Sat, 31 Feb 2026 25:61:61 GMT",
        "bytes=0-1",
        "1.2.3.999",
        ".:1",
        "[::1",
        "for=_x;by=\"",
        "x:99999999",
        "a".repeat(257),
        "a".repeat(3_000),
        "a,".repeat(900),
        "(".repeat(500),
        "%41".repeat(900)
    };
    /** All that the module, the server or a library on the way may read; not those for which the listener waits. */
    private static final String[] HEADERS = {
        "Accept",
        "Accept-Charset",
        "Accept-Encoding",
        "Accept-Language",
        "Access-Control-Request-Headers",
        "Access-Control-Request-Method",
        "Authorization",
        "Cache-Control",
        "Content-Encoding",
        "Content-Language",
        "Content-Location",
        "Content-Range",
        "Content-Type",
        "Cookie",
        "Date",
        "Forwarded",
        "From",
        "Host",
        "Idempotency-Key",
        "If-Match",
        "If-Modified-Since",
        "If-None-Match",
        "If-Range",
        "If-Unmodified-Since",
        "Max-Forwards",
        "Origin",
        "Prefer",
        "Proxy-Authorization",
        "Range",
        "Referer",
        "Sec-CH-UA-Platform",
        "TE",
        "Trailer",
        "User-Agent",
        "Via",
        "X-Client-Address",
        "X-Forwarded-For",
        "X-Forwarded-Host",
        "X-Forwarded-Proto",
        "X-HTTP-Method-Override",
        "traceparent",
        "a b",
        "\u00e9",
        ""
    };

    private static final String[] PARAMETERS = {
        "page",
        "limit",
        "sort",
        "state",
        "search",
        "mdm-user",
        "win-policy",
        "segmentId",
        "show-deleted",
        "outcome",
        "mail",
        "lang",
        "email",
        "code",
        ""
    };
    private static final String[] MEMBERS = {
        "token", "email", "enrollCode", "winDeviceId", "rotate", "mdmUserId", "sendEmail", "userEmails", "displayName",
        "tags", "duration", "language", "emailText", "winPolicyId", "winPolicyAssignments", "segmentId", "type",
                "children"
    };
    private static final String[] VALUES = {
        "null",
        "true",
        "7",
        "-1e400",
        "1e-400",
        "9007199254740993",
        "[]",
        "{}",
        "[[[]]]",
        "[null]",
        "{\"a\":{\"a\":[]}}",
        "\"698efa6ed851667d9c0aec8b\"",
        "\"a@b.example\"",
        "[\"a@b.example\"]",
        "[\"a@b.example\",7]",
        "\"\\ud800\"",
        "\"\\u0000\"",
        "\"\\u202e\"",
        "[".repeat(2_000),
        "{\"a\":".repeat(2_000),
        "\"" + "x".repeat(30_000) + "\""
    };

    HostileRequest request(int index) {
        var dice = Dice.of(seed, index);
        var route = dice.once(5) ? dice.oneOf(OTHER_ROUTES) : dice.oneOf(ROUTES).replace(" ", " " + TOKENS);
        var line = Stream.of(route.split(" ", 2)).toArray(String[]::new);
        var method = dice.once(12) ? dice.oneOf(METHODS) : line[0];
        var path = filled(line[1], dice) + query(dice);
        var body = List.of("POST", "PUT", "PATCH").contains(method) ? body(path, dice) : "";
        return new HostileRequest(method, path.replaceAll("[ \t\r\n]", "+"), headers(path, body, dice), body);
    }

    private String filled(String route, Dice dice) {
        var path = route;
        while (path.contains("%s") || dice.once(20)) {
            var hostile = dice.once(7) ? dice.oneOf(TEXTS) : known(path, dice);
            path = path.contains("%s") ? before(path, "%s") + hostile + after(path, "%s") : path + "/" + hostile;
        }
        return path;
    }

    private String known(String path, Dice dice) {
        boolean organization = before(path + "%s", "%s").endsWith("/organizations/");
        return (organization ? organizations : ids).get(dice.below((organization ? organizations : ids).size()));
    }

    private static String query(Dice dice) {
        if (!dice.once(3)) {
            return "";
        }
        var parameters = IntStream.range(0, 1 + dice.below(dice.once(50) ? 200 : 4))
                .mapToObj(i -> dice.oneOf(PARAMETERS) + (dice.once(10) ? "" : "=") + dice.oneOf(TEXTS));
        return "?" + String.join("&", parameters.toList());
    }

    private List<String> headers(String path, String body, Dice dice) {
        var headers = new ArrayList<String>();
        if (!dice.once(20)) {
            headers.add("Host: mdm.example");
        }
        if (!dice.once(20) && !path.startsWith("/enroll")) {
            headers.add("Authorization: Bearer " + tokens.apply(dice, dice.once(4)));
        }
        if (!dice.once(10)) {
            headers.add("Content-Type: "
                    + (path.startsWith("/enroll") ? "application/x-www-form-urlencoded" : "application/json"));
        }
        for (int more = dice.below(4); more > 0; more--) {
            headers.add(dice.oneOf(HEADERS) + ": " + headerText(dice));
        }
        if (!body.isEmpty() || dice.once(20)) {
            headers.add("Content-Length: " + body.length());
        }
        if (dice.once(40)) { // never more than there is, for which the listener would wait
            headers.add(
                    "Content-Length: " + dice.oneOf("", "0", "-1", "+0", "0x0", "0, 0", String.valueOf(body.length())));
        }
        return headers;
    }

    /** Mostly printable: the listener refuses anything else. */
    private static String headerText(Dice dice) {
        var text = dice.oneOf(TEXTS);
        return text.matches("[ -~]*") || dice.once(10) ? text : headerText(dice);
    }

    private String body(String path, Dice dice) {
        if (path.startsWith("/enroll")) {
            return "email=" + dice.oneOf(TEXTS) + "&code=" + dice.oneOf(TEXTS)
                    + (dice.once(9) ? "&" + dice.oneOf(TEXTS) : "");
        }
        return switch (dice.below(6)) {
            case 0 -> GeneratedBody.of(dice).bytes().replace("true", "false"); // mails nobody
            case 1 -> dice.oneOf(TEXTS);
            case 2 -> dice.list(dice.below(300), i -> String.valueOf((char) dice.below(256)));
            default -> "{" + dice.list(dice.below(5), i -> member(dice)) + (dice.once(20) ? "" : "}");
        };
    }

    private static String member(Dice dice) {
        var name = dice.oneOf(MEMBERS);
        var value = dice.once(3) ? "\"" + dice.oneOf(TEXTS) + "\"" : dice.oneOf(VALUES);
        return "\"" + name + "\":"
                + (name.equals("sendEmail") ? "false" : new String(value.getBytes(UTF_8), ISO_8859_1));
    }

    private static String before(String text, String mark) {
        return text.substring(0, text.indexOf(mark));
    }

    private static String after(String text, String mark) {
        return text.substring(text.indexOf(mark) + mark.length());
    }
}
