package io.mdm.enrollment.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.OptionalInt;
import java.util.regex.Matcher;

/**
 * The body of a generated bulk request.
 *
 * @param bytes as ISO 8859-1, a character for a byte
 * @param total how many recipients it has; empty when it may be refused
 */
record GeneratedBody(String bytes, OptionalInt total) {
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
    private static final String[] GOOD = {
        "\"displayName\":\"Laptops %d \uD83D\uDE00\"",
        "\"tags\":[\"\",\"t%d\"]",
        "\"duration\":\" 36%02d \"",
        "\"language\":\"es\"",
        "\"emailText\":\"one\\r\\n\\r\\ntwo %d\"",
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
            case 0 -> new GeneratedBody("", OptionalInt.empty());
            case 1, 2 -> new GeneratedBody(mutated(good(dice).bytes, dice), OptionalInt.empty());
            case 3, 4 -> new GeneratedBody(wire(filled(dice.oneOf(BAD), dice), good(dice).bytes), OptionalInt.empty());
            default -> good(dice);
        };
    }

    private static GeneratedBody good(Dice dice) {
        int total = dice.once(50) ? dice.below(300) : dice.below(5);
        var body = new StringBuilder(dice.once(20) ? "\uFEFF{" : "{");
        body.append("\"sendEmail\":").append(dice.once(40) ? "true" : dice.oneOf("false", "\"FALSE\""));
        int first = dice.below(GOOD.length);
        for (int field = first; field < GOOD.length && !dice.once(3); field++) {
            body.append(',').append(filled(GOOD[field], dice));
        }
        body.append(",\"userEmails\":[")
                .append(dice.list(total, index -> filled(dice.oneOf(ADDRESSES), dice)))
                .append("]}");
        return new GeneratedBody(bytes(body.toString()), OptionalInt.of(total));
    }

    /** Another field, in front of the others. */
    private static String wire(String field, String body) {
        return body.replaceFirst("\\{", Matcher.quoteReplacement("{" + bytes(field) + ","));
    }

    private static String filled(String template, Dice dice) {
        return template.contains("%") ? template.formatted(dice.below(100)) : template;
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
