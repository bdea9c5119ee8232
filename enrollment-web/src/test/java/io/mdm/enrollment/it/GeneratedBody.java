package io.mdm.enrollment.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.mdm.enrollment.support.BulkForm;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The body of a generated bulk request.
 *
 * @param type of a good request of this kind
 * @param bytes as ISO 8859-1, a character for a byte
 * @param total how many recipients it has; empty when it may be refused
 */
record GeneratedBody(String type, String bytes, OptionalInt total) {
    private static final String IN_A_WEEK = "in a week";
    private static final String JSON = "application/json";
    private static final String[] ADDRESSES = {
        "\"a%d@gen.example\"",
        "\"A%d@GEN.example \"",
        "\"j\\u00f6rg%d@b\u00fccher.example\"",
        "\"nobody%d\"",
        "\"x%d@a\\r\\nBcc: e@x.example\"",
        "\"\"",
        "\"%d@\uD83D\uDE00.example\"",
        "\"a%d@" + "b".repeat(300) + "\""
    };
    /** Of one recipient. */
    private static final String[] PARTICULARS = {
        "\"name\":\"\u0141ukasz %d \uD83D\uDE00\"",
        "\"language\":\"zh\"",
        "\"displayName\":\"Tablet %d\"",
        "\"tags\":[\"vip\",\"\"]",
        "\"winPolicyId\":\"\"",
        "\"winPolicyAssignments\":[{\"priority\":%d}]",
        "\"segmentId\":1"
    };

    private static final String CSV_HEADER = "Email;NAME;language;tags;segmentId;displayName;winPolicyId\r\n";
    private static final String[] GOOD_ROWS = {
        "a%d@gen.example;;;;;;",
        "A%d@GEN.example;Ana %d;de;a|b;1;Laptop;",
        "\"\"\"Ana\"\" <a%d@gen.example>\";x;;;;;",
        "a%d@gen.example",
        "nobody%d;\"Nu\u00f1ez; \"\"Ana\"\"\";;;;;",
        "\"a%d@gen.example, b@gen.example\";;;;;;"
    };
    private static final String[] BAD_ROWS = {
        "a%d@gen.example;\u202e;;;;;",
        "a%d@gen.example;;xx;;;;",
        "a%d@gen.example;;;;999999999;;",
        "a%d@gen.example;;;;;;%024d",
        "a%d@gen.example;;;;;;;too many",
        "\"a%d@gen.example"
    };
    private static final String[] GOOD = {
        "\"displayName\":\"Laptops %d \uD83D\uDE00\"",
        "\"tags\":[\"\",\"t%d\"]",
        "\"duration\":\" 36%02d \"",
        "\"language\":\"es\"",
        "\"emailText\":\"one\\r\\n\\r\\ntwo %d\"",
        "\"sendAt\":\"" + IN_A_WEEK + "\"",
        "\"winPolicyId\":\"\"",
        "\"winPolicyAssignments\":[{\"priority\":%d}]",
        "\"segmentId\":1"
    };
    private static final String[] BAD = {
        "\"displayName\":\"%d\\u0000\"",
        "\"displayName\":null",
        "\"tags\":{\"a\":[[[]]]}",
        "\"duration\":59.%d",
        "\"duration\":1e999999%d",
        "\"language\":\"EN%d\"",
        "\"emailText\":\"\\ud800\"",
        "\"emailText\":\"{{x%d}}\"",
        "\"sendAt\":\"20%02d-01-01T00:00:00Z\"",
        "\"sendAt\":%d",
        "\"recipients\":[{\"name\":\"x\"},%d]",
        "\"winPolicyId\":\"%d\"",
        "\"winPolicyId\":\"%024d\"",
        "\"winPolicyAssignments\":[{\"winPolicyId\":\"%024d\",\"priority\":1}]",
        "\"winPolicyAssignments\":[null,{\"priority\":-1,\"x%d\":1}]",
        "\"segmentId\":99999%d",
        "\"sendEmail\":false",
        "\"organizationId\":\"%d\"",
        "\"type\":\"object\",\"children\":{}"
    };
    private static final String[] SPLINTERS = {
        "\"",
        "\\",
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\\u0000",
        "\\ud800",
        "\u0000",
        "\u00ff",
        "\u00ed\u00a0\u0080",
        "null",
        "-",
        "1e999999999",
        "NaN",
        "[[[[[[[[[[[[[[[[[",
        "/**/",
        "\u00ef\u00bb\u00bf"
    };

    static GeneratedBody of(Dice dice) {
        return switch (dice.below(10)) {
            case 0 -> refusable(JSON, "");
            case 1, 2 -> refusable(JSON, mutated(good(dice).bytes, dice));
            case 3, 4 -> refusable(JSON, wire(filled(dice.oneOf(BAD), dice), good(dice).bytes));
            default -> good(dice);
        };
    }

    /** A form with a file. */
    static GeneratedBody form(Dice dice) {
        int total = dice.below(5);
        var rows = rows(total, GOOD_ROWS, dice);
        return switch (dice.below(8)) {
            case 0, 1, 2 -> refusable(BulkForm.CONTENT_TYPE, mutated(form(settings(dice), rows), dice));
            case 3 -> refusable(BulkForm.CONTENT_TYPE, form(settings(dice), rows + rows(1, BAD_ROWS, dice)));
            case 4 -> refusable(BulkForm.CONTENT_TYPE, form(wire(filled(dice.oneOf(BAD), dice), settings(dice)), rows));
            default -> new GeneratedBody(BulkForm.CONTENT_TYPE, form(settings(dice), rows), OptionalInt.of(total));
        };
    }

    private static GeneratedBody refusable(String type, String bytes) {
        return new GeneratedBody(type, bytes, OptionalInt.empty());
    }

    private static String rows(int count, String[] kinds, Dice dice) {
        return IntStream.range(0, count)
                .mapToObj(i -> filled(dice.oneOf(kinds), dice) + "\r\n")
                .collect(Collectors.joining());
    }

    private static String form(String settings, String rows) {
        var form = new BulkForm()
                .part("settings", JSON, settings.getBytes(ISO_8859_1))
                .part("recipients", "text/csv", (CSV_HEADER + rows).getBytes(UTF_8));
        return new String(form.end(), ISO_8859_1);
    }

    /** Those of all recipients, in bytes. */
    private static String settings(Dice dice) {
        return bytes("{" + shared(dice) + "}");
    }

    private static GeneratedBody good(Dice dice) {
        int total = dice.once(50) ? dice.below(300) : dice.below(5);
        var body = new StringBuilder(dice.once(20) ? "\uFEFF{" : "{");
        boolean personal = dice.once(3);
        body.append(shared(dice))
                .append(personal ? ",\"recipients\":[" : ",\"userEmails\":[")
                .append(dice.list(total, index -> personal ? person(dice) : filled(dice.oneOf(ADDRESSES), dice)))
                .append("]}");
        return new GeneratedBody(JSON, bytes(body.toString()), OptionalInt.of(total));
    }

    private static String shared(Dice dice) {
        return "\"sendEmail\":" + (dice.once(40) ? "true" : dice.oneOf("false", "\"FALSE\"")) + some(GOOD, dice);
    }

    private static String person(Dice dice) {
        return "{\"email\":" + filled(dice.oneOf(ADDRESSES), dice) + some(PARTICULARS, dice) + "}";
    }

    private static String some(String[] fields, Dice dice) {
        var some = new StringBuilder();
        for (int field = dice.below(fields.length); field < fields.length && !dice.once(3); field++) {
            some.append(',').append(filled(fields[field], dice));
        }
        return some.toString();
    }

    /** Another field, in front of the others. */
    private static String wire(String field, String body) {
        return body.replaceFirst("\\{", Matcher.quoteReplacement("{" + bytes(field) + ","));
    }

    private static String filled(String template, Dice dice) {
        int number = dice.below(100);
        var timed = template.replace(
                IN_A_WEEK, Instant.now().plus(Duration.ofDays(7)).toString());
        return timed.contains("%") ? timed.formatted(number, number) : timed;
    }

    private static String mutated(String good, Dice dice) {
        var body = new StringBuilder(good);
        for (int cuts = dice.below(3); cuts >= 0 && !body.isEmpty(); cuts--) {
            int from = dice.below(body.length());
            int to = Math.min(body.length(), from + dice.below(8));
            switch (dice.below(4)) {
                case 0 -> body.delete(from, to);
                case 1 -> body.setLength(from + 1);
                case 2 -> body.insert(from, dice.oneOf(SPLINTERS));
                default -> body.setCharAt(from, (char) dice.below(256));
            }
        }
        return body.toString();
    }

    private static String bytes(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }
}
