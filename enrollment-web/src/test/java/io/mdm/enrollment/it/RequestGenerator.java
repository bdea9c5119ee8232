package io.mdm.enrollment.it;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Makes requests from a seed: most of them nearly good, each of them bad in a few ways at most, so that every rule has
 * its turn.
 *
 * @param good organizations that may do everything
 * @param others organizations that lack something
 * @param reports paths of reports
 */
record RequestGenerator(long seed, List<String> good, List<String> others, List<String> reports) {
    private static final String BULKS = "/v1/organizations/%s/mdm/windows/enterprise/enrollment-tokens/bulk";
    private static final String[] NO_ORGANIZATIONS = {
        "nobody-knows",
        "ab",
        "a".repeat(65),
        "a;b=c",
        "%2e%2e",
        "%25",
        "acme%20",
        "*",
        "698efa6ed851667d9c0aec8f",
        "%C3%A9%C3%A9%C3%A9",
        "acme;",
        "-"
    };
    private static final String[] ROUTES = {
        "/",
        "/v1",
        "/v2/organizations",
        "/v1/organizations/acme",
        "/problem",
        "/enroll/x",
        "/index.html",
        "/v1/organizations/acme/mdm/windows/enterprise/enrollment-tokens",
        "/v1/application.wadl"
    };
    private static final String[] ENDS = {
        "",
        "/",
        "/698efa6ed851667d9c0aec8f",
        "/698EFA6ED851667D9C0AEC8F",
        "/erase",
        "/698efa6ed851667d9c0aec8f/resend",
        "/bulk",
        "/bulk/698efa6ed851667d9c0aec8f/resend",
        "/verify",
        "/redeem",
        "/x/resend",
        "/698efa6ed851667d9c0aec8"
    };
    private static final String[] LISTS = {
        "sort=email:asc",
        "sort=displayName:desc",
        "sort=:::",
        "search=%25",
        "search=%00",
        "state=DONE&state=EXPIRED",
        "state=done",
        "win-policy=698efa6ed851667d9c0aec8a&segmentId=1",
        "mdm-user=698EFA6ED851667D9C0AEC8B&show-deleted=true",
        "limit=1&page=999999999",
        "segmentId=-",
        "bulk=698EFA6ED851667D9C0AEC8F&tag=a&tag=",
        "tag=%00&bulk=1",
        "state=live&sort=total",
        "state=ended&sort=expireAt:asc&search=_%25",
        "%C3%28=1"
    };
    private static final String[] TOKEN_BODIES = {
        "",
        "{}",
        "[]",
        "{\"rotate\":true}",
        "{\"rotate\":1}",
        "{\"token\":\"mdmenr_1T1kia3xoGoGE9IUuIEpl17zWDPUICy64Fso4Mtjs3BQTNu\"}",
        "{\"token\":\"x\",\"winDeviceId\":\"698efa6ed851667d9c0aec99\"}",
        "{\"email\":\"a@b.example\",\"enrollCode\":\"22222-22222\",\"winDeviceId\":\"698efa6ed851667d9c0aec99\"}",
        "{\"email\":\"\\u0000\",\"enrollCode\":\"\\ud800\"}",
        "{\"displayName\":\"x\",\"tags\":[\"a\"],\"segmentId\":null}",
        "{\"sendEmail\":false,\"mdmUserId\":\"698efa6ed851667d9c0aec8b\"}",
        "{\"sendEmail\":false,\"mdmUserId\":\"698efa6ed851667d9c0aec8f\",\"duration\":1e9}"
    };
    /** Not OPTIONS, which servers answer on their own. */
    private static final String[] METHODS = {"GET", "PUT", "DELETE", "PATCH", "HEAD", "POST"};
    /** With any other, the server's listener refuses a body before the module hears of it. */
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private static final String[] MEDIA_TYPES = {
        "application/json;charset=utf-8",
        "Application/JSON; charset=\"UTF-8\"",
        "text/plain",
        "json",
        "application/json;charset=latin1",
        "multipart/form-data; boundary=x",
        ";;;",
        "application/*",
        "*/*",
        "application/merge-patch+json",
        "application/json; a"
    };
    private static final String[] ACCEPTED = {
        "*/*", "text/html", "text/csv", "application/xml;q=0.9", "///", "text/csv;q=x", ""
    };
    private static final String[] QUERIES = {
        "page=1",
        "page=2",
        "page=0",
        "page=-1",
        "page=99999999999",
        "page=1&page=1",
        "limit=1",
        "limit=10000",
        "limit=10001",
        "limit=",
        "outcome=created",
        "outcome=Created",
        "outcome=quota",
        "outcome=created&outcome=quota&state=PENDING",
        "limit=0&state=EXPIRED&mail=sent&mail=queued",
        "search=%40_&state=",
        "separator=semicolon",
        "separator=,",
        "mail=sent",
        "mail=notRequested",
        "mail=%00",
        "x=y",
        "limit=%F0%28",
        "page=1;limit=2",
        "&&&==",
        "outcome=invalid&mail=failed&page=3&limit=7"
    };

    GeneratedRequest request(int index) {
        var dice = Dice.of(seed, index);
        return switch (dice.below(20)) {
            case 0, 1, 2 -> report(dice);
            case 3 -> elsewhere(dice);
            case 4, 5 -> tokens(dice);
            default -> bulk(dice);
        };
    }

    private GeneratedRequest bulk(Dice dice) {
        var headers = new ArrayList<String>();
        var bearer = bearer(dice);
        var organization = organization(dice);
        var method = dice.once(40) ? dice.oneOf(METHODS) : "POST";
        var body = dice.once(6) ? GeneratedBody.form(dice) : GeneratedBody.of(dice);
        boolean plain = addContentHeaders(headers, body.type(), dice);
        boolean keyed = addKey(headers, dice);
        addUsual(headers, dice);
        var verb = dice.once(4) ? dice.oneOf("/check", "/preview", "/test-mail") : "";
        boolean good = bearer == GeneratedBearer.ADMINISTRATOR
                && this.good.contains(organization)
                && method.equals("POST")
                && (verb.isEmpty() || verb.equals("/check"))
                && plain
                && !keyed;
        return new GeneratedRequest(
                bearer,
                method,
                BULKS.formatted(organization) + verb,
                headers,
                WITH_BODY.contains(method) ? body.bytes() : "",
                good ? body.total() : OptionalInt.empty());
    }

    private GeneratedRequest report(Dice dice) {
        var path = dice.once(8)
                ? BULKS.formatted(organization(dice))
                        + dice.oneOf("/698efa6ed851667d9c0aec8f", "/x", "/%20", "/a;b", "/")
                : dice.oneOf(reports.toArray(String[]::new));
        var headers = new ArrayList<String>();
        addUsual(headers, dice);
        if (dice.once(5)) {
            headers.addAll(List.of("If-None-Match", dice.oneOf("*", "\"x\"", "x", "W/\"", "\"a\", \"b\"")));
        }
        var query = dice.once(2) ? "?" + dice.oneOf(QUERIES) + (dice.once(3) ? "&" + dice.oneOf(QUERIES) : "") : "";
        var method = dice.once(30) ? dice.oneOf(METHODS) : "GET";
        return new GeneratedRequest(bearer(dice), method, path + query, headers, "", OptionalInt.empty());
    }

    /** What can be asked of tokens; the ids of most of them nobody knows. */
    private GeneratedRequest tokens(Dice dice) {
        var headers = new ArrayList<String>();
        addUsual(headers, dice);
        addContentHeaders(headers, "application/json", dice);
        var method = dice.oneOf(METHODS);
        var path = BULKS.formatted(organization(dice)).replaceFirst("/bulk$", "")
                + dice.oneOf(ENDS)
                + (dice.once(2) ? "?" + dice.oneOf(LISTS) : "");
        var body = WITH_BODY.contains(method) ? dice.oneOf(TOKEN_BODIES) : "";
        return new GeneratedRequest(bearer(dice), method, path, headers, body, OptionalInt.empty());
    }

    private static GeneratedRequest elsewhere(Dice dice) {
        var headers = new ArrayList<String>();
        addUsual(headers, dice);
        return new GeneratedRequest(
                bearer(dice), dice.oneOf(METHODS), dice.oneOf(ROUTES), headers, "", OptionalInt.empty());
    }

    private String organization(Dice dice) {
        return dice.once(12)
                ? dice.oneOf(NO_ORGANIZATIONS)
                : dice.oneOf((dice.once(8) ? others : good).toArray(String[]::new));
    }

    private static GeneratedBearer bearer(Dice dice) {
        return dice.once(6) ? dice.oneOf(GeneratedBearer.values()) : GeneratedBearer.ADMINISTRATOR;
    }

    /** Whether they are those of a good request. */
    private static boolean addContentHeaders(List<String> headers, String type, Dice dice) {
        if (dice.once(60)) {
            headers.addAll(List.of("Content-Encoding", dice.oneOf("gzip", "identity", "x")));
            return false;
        }
        if (dice.once(15)) {
            headers.addAll(dice.once(5) ? List.of() : List.of("Content-Type", dice.oneOf(MEDIA_TYPES)));
            return false;
        }
        headers.addAll(List.of("Content-Type", type));
        return true;
    }

    /** Whether the request may be answered from memory, or not at all. */
    private static boolean addKey(List<String> headers, Dice dice) {
        if (!dice.once(6)) {
            return false;
        }
        var key = switch (dice.below(8)) {
            case 0 -> "k".repeat(256);
            case 1 -> "a b";
            case 2 -> "\"\"";
            case 3 -> "\"";
            default -> dice.oneOf("%d", "\"%d\"").formatted(dice.below(60));
        };
        headers.addAll(List.of("Idempotency-Key", key));
        if (dice.once(20)) {
            headers.addAll(List.of("Idempotency-Key", key));
        }
        return true;
    }

    private static void addUsual(List<String> headers, Dice dice) {
        if (dice.once(4)) {
            headers.addAll(List.of("Accept", dice.oneOf(ACCEPTED)));
        }
        if (dice.once(10)) {
            headers.addAll(List.of("Origin", dice.oneOf("https://ui.example", "null", "%")));
        }
        if (dice.once(30)) {
            headers.addAll(List.of("X-Forwarded-Host", "evil.example", "X-HTTP-Method-Override", "DELETE"));
        }
    }
}
