package io.mdm.enrollment.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message as it is written in the contract: a first line, header lines, and behind an empty line the content.
 *
 * @param content null where there is no empty line
 */
record Message(
        String firstLine,
        List<Map.Entry<String, String>> headers,
        @Nullable String content) {
    /** Instead of a header's value: that there is no such header. */
    static final String NONE = "(none)";

    static Message of(String text) {
        var lines = text + "\n";
        int gap = lines.indexOf("\n\n");
        var head = (gap < 0 ? text : text.substring(0, gap)).lines().toList();
        var headers = new ArrayList<Map.Entry<String, String>>();
        for (var line : head.subList(Math.min(1, head.size()), head.size())) {
            int colon = line.indexOf(':');
            headers.add(Map.entry(
                    line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        return new Message(
                head.isEmpty() ? "" : head.get(0),
                headers,
                gap < 0 ? null : lines.substring(gap + 2, Math.max(gap + 2, lines.length() - 1)));
    }

    boolean mentions(String header) {
        return headers.stream().anyMatch(each -> each.getKey().equalsIgnoreCase(header));
    }
}
