package io.mdm.enrollment.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Text in which {@code …} stands for any and {@code {{=name}}} for one to keep. */
record TextPattern(String shown) {
    private static final Pattern SPECIAL = Pattern.compile("…|\\{\\{=([^}]+)}}");

    void compare(String place, String actual, List<String> wrong, Values values) {
        var kept = new ArrayList<String>();
        var matcher = pattern(kept).matcher(actual);
        if (!matcher.matches()) {
            wrong.add(place + " should be " + shown + " and is " + actual);
            return;
        }
        for (int group = 0; group < kept.size(); group++) {
            values.put(kept.get(group), matcher.group(group + 1));
        }
    }

    private Pattern pattern(List<String> kept) {
        var pattern = new StringBuilder();
        int end = 0;
        for (var special : SPECIAL.matcher(shown).results().toList()) {
            pattern.append(Pattern.quote(shown.substring(end, special.start())));
            if (special.group(1) == null) {
                pattern.append(".*");
            } else {
                kept.add(special.group(1));
                pattern.append("(.+)");
            }
            end = special.end();
        }
        return Pattern.compile(pattern + Pattern.quote(shown.substring(end)), Pattern.DOTALL);
    }
}
