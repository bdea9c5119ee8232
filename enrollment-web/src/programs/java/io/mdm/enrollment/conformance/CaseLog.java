package io.mdm.enrollment.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mdm.enrollment.support.Reply;
import java.util.List;

/**
 * Log of a case, for whoever has to find out why it failed. Tokens, links and codes are left out, long texts are cut.
 */
final class CaseLog {
    private static final int MAX_UNITS = 600;

    private final StringBuilder told = new StringBuilder();

    void sent(Request request) {
        line("> " + request.method() + " " + request.target());
        request.headers().stream()
                .filter(header -> !header.getKey().equalsIgnoreCase("Authorization"))
                .forEach(header -> line("> " + header.getKey() + ": " + header.getValue()));
        if (request.body() != null) {
            line("> " + new String(request.body(), UTF_8));
        }
    }

    void answered(Reply reply) {
        line("< " + reply.status());
        reply.headers().map().forEach((name, values) -> line("< " + name + ": " + String.join(", ", values)));
        line("< " + reply.body());
    }

    void judged(List<String> wrong) {
        wrong.forEach(each -> line("! " + each));
    }

    String told() {
        return told.toString();
    }

    private void line(String text) {
        var line = text.replaceAll("/enroll/[^\",]+", "/enroll/…")
                .replaceAll("(\"(?:token|enrollCode)\": ?\")[^\"]+", "$1…");
        told.append(line.length() <= MAX_UNITS ? line : line.substring(0, MAX_UNITS) + "…")
                .append('\n');
    }
}
