package io.mdm.enrollment.conformance;

import io.mdm.enrollment.support.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is to be answered, in the short form of the contract: {@code 200}, {@code 200 3 = 2 + 1}, {@code 404 3001} or
 * {@code 400 5145 duration: number.min}, and below it, where that is not enough, headers and body.
 */
final class Expectation {
    private static final Pattern SHORT = Pattern.compile(
            "(\\d{3})(?: (?:(?<total>\\d+) = (?<success>\\d+) \\+ (?<fail>\\d+)|(?<code>\\d{4})(?: (?<errors>.+))?))?");

    /** Stands in refused values, and must not come back. */
    private static final String SECRET = "s3cr3t";

    private final FailureTable failures;
    private final Values values;
    private final Message shown;
    private final Matcher inShort;
    private final List<String> wrong = new ArrayList<>();

    private Expectation(FailureTable failures, Values values, Message shown) {
        this.failures = failures;
        this.values = values;
        this.shown = shown;
        this.inShort = SHORT.matcher(shown.firstLine());
        if (!inShort.matches()) {
            throw new IllegalArgumentException("\"" + shown.firstLine() + "\" is not an answer in short");
        }
    }

    static Expectation of(String answer, FailureTable failures, Values values) {
        return new Expectation(failures, values, Message.of(values.text(answer)));
    }

    /** Everything that is wrong with an answer. */
    List<String> violations(Request request, Reply reply) {
        int status = Integer.parseInt(inShort.group(1));
        if (reply.status() != status) {
            return List.of("the status should be " + status + " and is " + reply.status());
        }
        if (inShort.group("code") != null) {
            compareFailure(status, Integer.parseInt(inShort.group("code")), reply);
        } else if (status == 200 && request.createsTokens()) {
            new Receipt(request, reply).check(wrong);
            compareCounts(reply, "");
        } else if (status == 200 && request.checks()) {
            compareCounts(reply, ",\"…\":\"…\"");
        }
        shown.headers().forEach(header -> compareHeader(header.getKey(), header.getValue(), reply));
        compareContent(reply);
        return wrong;
    }

    private void compareFailure(int status, int code, Reply reply) {
        var failure = failures.with(status, code);
        compareHeader("Content-Type", "application/json…", reply);
        if (!failure.header().isEmpty()) {
            var header = failure.header().split(": ", 2);
            compareHeader(header[0], header[1], reply);
        }
        new FailureEnvelope(failure, inShort.group("errors")).check(reply.body(), wrong, values);
        if (reply.body().contains(SECRET)) {
            wrong.add("the refused value should not be repeated");
        }
    }

    /** @param others members that are not compared */
    private void compareCounts(Reply reply, String others) {
        if (inShort.group("total") != null) {
            String json = "{\"status\":true,\"data\":{\"total\":%s,\"success\":%s,\"fail\":%s%s}}"
                    .formatted(inShort.group("total"), inShort.group("success"), inShort.group("fail"), others);
            JsonPattern.compare(json, reply.body(), wrong, values);
        }
    }

    private void compareHeader(String name, String pattern, Reply reply) {
        var value = reply.headers().firstValue(name);
        if (pattern.equals(Message.NONE)) {
            value.ifPresent(present -> wrong.add(name + " should not be there and is " + present));
        } else if (value.isEmpty()) {
            wrong.add(name + " should be there");
        } else {
            new TextPattern(pattern).compare(name, value.get(), wrong, values);
        }
    }

    private void compareContent(Reply reply) {
        var content = shown.content();
        if (content == null) {
            return;
        }
        if (content.startsWith("{") && !content.startsWith("{{=")) {
            JsonPattern.compare(content, reply.body(), wrong, values);
        } else {
            new TextPattern(content).compare("the content", reply.body().replace("\r\n", "\n"), wrong, values);
        }
    }
}
