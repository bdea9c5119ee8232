package io.mdm.enrollment.chaos;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Texts that no webhook may hold: addresses, links, credentials, and codes.
 *
 * @param codes as they are shown
 */
record EventSecrets(Set<String> codes) {
    private static final Pattern WORD_OF_ALL = Pattern.compile("@|/enroll/|mdmenr_");
    private static final Pattern CODE = Pattern.compile("\\b[2-9A-Z]{5}-?[2-9A-Z]{5}\\b");

    EventSecrets() {
        this(ConcurrentHashMap.newKeySet());
    }

    void add(String code) {
        codes.add(code);
    }

    boolean areIn(String body) {
        return WORD_OF_ALL.matcher(body).find()
                || CODE.matcher(body).results().anyMatch(found -> codes.contains(dashed(found.group())));
    }

    private static String dashed(String code) {
        return code.contains("-") ? code : code.substring(0, 5) + "-" + code.substring(5);
    }
}
