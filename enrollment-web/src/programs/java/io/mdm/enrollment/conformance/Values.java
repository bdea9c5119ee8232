package io.mdm.enrollment.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What stands for {@code {{…}}} while a case runs; see the notation in {@code conformance/README.md}. */
final class Values {
    static final String TOKENS = "/v1/organizations/{{organization}}/mdm/windows/enterprise/enrollment-tokens";
    static final String BULKS = TOKENS + "/bulk";

    /** {@code {{=name}}} is not one to fill in: it takes something out of an answer. */
    private static final Pattern EXPRESSION = Pattern.compile("\\{\\{(?!=)(.+?)}}");

    private static final Pattern REPEATED = Pattern.compile("(.+) × (\\S+)");
    /** A number, or the name of one, and what to add to it. */
    private static final Pattern SUM = Pattern.compile("(.+?)([+-]\\d+)");

    private final Map<String, String> known = new HashMap<>();

    Values(Target target, Map<String, String> row) {
        known.put("tokens", TOKENS);
        known.put("bulks", BULKS);
        known.put("unique", UUID.randomUUID().toString());
        known.put("context", target.contextPath());
        Stream.of(Given.values()).forEach(given -> given.usually().ifPresent(value -> known.put(given.key(), value)));
        target.given().forEach((given, value) -> known.put(given.key(), value));
        known.putAll(row);
    }

    /** Keeps what was taken out of an answer. */
    void put(String name, String value) {
        known.put(name, value);
    }

    String text(String template) {
        return new String(bytes(template), UTF_8);
    }

    byte[] bytes(String template) {
        var filled = new ByteArrayOutputStream();
        int end = 0;
        for (MatchResult expression : EXPRESSION.matcher(template).results().toList()) {
            filled.writeBytes(template.substring(end, expression.start()).getBytes(UTF_8));
            filled.writeBytes(evaluated(expression.group(1)));
            end = expression.end();
        }
        filled.writeBytes(template.substring(end).getBytes(UTF_8));
        return filled.toByteArray();
    }

    private byte[] evaluated(String expression) {
        var repeated = REPEATED.matcher(expression);
        if (repeated.matches()) {
            return repeated.group(1).repeat(number(repeated.group(2))).getBytes(UTF_8);
        }
        var words = expression.split(" ", 2);
        return words.length == 1 ? bytes(named(expression)) : derived(words[0], words[1]);
    }

    private byte[] derived(String how, String from) {
        return switch (how) {
            case "bytes" -> HexFormat.of().parseHex(from.replace(" ", ""));
            case "upper" -> named(from).toUpperCase(Locale.ROOT).getBytes(UTF_8);
            case "unsigned" -> Forgery.unsigned(named(from)).getBytes(UTF_8);
            case "altered" -> Forgery.altered(named(from)).getBytes(UTF_8);
            default -> throw new IllegalArgumentException("{{" + how + " " + from + "}} means nothing");
        };
    }

    private int number(String text) {
        return Integer.parseInt(text.matches("\\d+") ? text : named(text));
    }

    private String named(String name) {
        var value = known.get(name);
        var sum = SUM.matcher(name);
        if (value == null && sum.matches()) {
            return Integer.toString(number(sum.group(1)) + Integer.parseInt(sum.group(2)));
        }
        if (value == null) {
            throw new IllegalArgumentException("{{" + name + "}} is not known");
        }
        return value;
    }
}
