package io.mdm.enrollment.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.mdm.enrollment.support.BulkForm;
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

    HostileRequest request(int index) {
        var dice = Dice.of(seed, index);
        var route = dice.once(5)
                ? dice.oneOf(HostileWords.OTHER_ROUTES)
                : dice.oneOf(HostileWords.ROUTES).replace(" ", " " + TOKENS);
        var line = Stream.of(route.split(" ", 2)).toArray(String[]::new);
        var method = dice.once(12) ? dice.oneOf(HostileWords.METHODS) : line[0];
        var path = filled(line[1], dice) + query(dice);
        var body = List.of("POST", "PUT", "PATCH").contains(method) ? body(path, dice) : "";
        return new HostileRequest(method, path.replaceAll("[ \t\r\n]", "+"), headers(path, body, dice), body);
    }

    private String filled(String route, Dice dice) {
        var path = route;
        while (path.contains("%s") || dice.once(20)) {
            var hostile = dice.once(7) ? dice.oneOf(HostileWords.TEXTS) : known(path, dice);
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
                .mapToObj(i -> dice.oneOf(HostileWords.PARAMETERS)
                        + (dice.once(10) ? "" : "=")
                        + dice.oneOf(HostileWords.TEXTS));
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
            headers.add("Content-Type: " + type(path, body));
        }
        for (int more = dice.below(4); more > 0; more--) {
            headers.add(dice.oneOf(HostileWords.HEADERS) + ": " + headerText(dice));
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

    private static String type(String path, String body) {
        if (body.startsWith("--")) {
            return BulkForm.contentType(body.lines().findFirst().orElseThrow().substring(2));
        }
        return path.startsWith("/enroll") ? "application/x-www-form-urlencoded" : "application/json";
    }

    /** Mostly printable: the listener refuses anything else. */
    private static String headerText(Dice dice) {
        var text = dice.oneOf(HostileWords.TEXTS);
        return text.matches("[ -~]*") || dice.once(10) ? text : headerText(dice);
    }

    private String body(String path, Dice dice) {
        if (path.startsWith("/enroll")) {
            return "email=" + dice.oneOf(HostileWords.TEXTS) + "&code=" + dice.oneOf(HostileWords.TEXTS)
                    + (dice.once(9) ? "&" + dice.oneOf(HostileWords.TEXTS) : "");
        }
        if (path.contains("/bulk") && dice.once(4)) {
            return form(dice);
        }
        return switch (dice.below(6)) {
            case 0 -> GeneratedBody.of(dice).bytes().replace("true", "false"); // mails nobody
            case 1 -> dice.oneOf(HostileWords.TEXTS);
            case 2 -> dice.list(dice.below(300), i -> String.valueOf((char) dice.below(256)));
            default -> "{" + dice.list(dice.below(5), i -> member(dice)) + (dice.once(20) ? "" : "}");
        };
    }

    private static String form(Dice dice) {
        var form = new BulkForm();
        for (int parts = dice.below(4); parts > 0; parts--) {
            var name = dice.oneOf("settings", "recipients", "recipients", dice.oneOf(HostileWords.TEXTS));
            var type = dice.oneOf("application/json", "text/csv", dice.oneOf(HostileWords.TEXTS));
            form.part(name, type, part(dice).getBytes(ISO_8859_1));
        }
        return new String(dice.once(8) ? form.cut() : form.end(), ISO_8859_1);
    }

    private static String part(Dice dice) {
        return switch (dice.below(3)) {
            case 0 -> "{\"sendEmail\":false}";
            case 1 -> "email,name\r\n" + dice.list(2, i -> dice.oneOf(HostileWords.TEXTS));
            default -> dice.oneOf(HostileWords.TEXTS);
        };
    }

    private static String member(Dice dice) {
        var name = dice.oneOf(HostileWords.MEMBERS);
        var value = dice.once(3) ? "\"" + dice.oneOf(HostileWords.TEXTS) + "\"" : dice.oneOf(HostileWords.VALUES);
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
