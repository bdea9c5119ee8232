package io.mdm.enrollment.web.config;

import io.mdm.enrollment.api.spi.ModuleConfiguration.SecretKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Parser of {@code keyId:base64,keyId:base64}. Problems name entries by position: even an id may be a misplaced secret.
 */
final class SecretKeys {
    private static final String EXPECTED = "keyId:base64 pairs, comma separated";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,16}");
    private static final int MIN_BYTES = 32;

    /** Of 32 random bytes, fewer than 20 different ones are as good as impossible; placeholders have one or two. */
    private static final int MIN_DIFFERENT_BYTES = 8;

    private SecretKeys() {}

    static List<SecretKey> read(ConfigurationReader keys, String key) {
        var value = keys.secret(key);
        if (value.isEmpty()) {
            keys.refuse(key, "missing, expected " + EXPECTED);
            return List.of();
        }
        var secrets = new ArrayList<SecretKey>();
        for (var entry : value.get().split(",", -1)) {
            secrets.add(entry(keys, key, secrets.size() + 1, entry.strip()));
        }
        refuseRepeatedIds(keys, key, secrets);
        return List.copyOf(secrets);
    }

    private static SecretKey entry(ConfigurationReader keys, String key, int position, String entry) {
        int colon = entry.indexOf(':');
        if (colon < 0) {
            keys.refuse(key, "entry " + position + " is not a keyId:base64 pair");
            return new SecretKey("", new byte[0]);
        }
        var secret = new SecretKey(entry.substring(0, colon), bytes(entry.substring(colon + 1)));
        if (!ID.matcher(secret.id()).matches()) {
            keys.refuse(key, "entry " + position + " has a bad key id, expected 1 to 16 of A-Z a-z 0-9 _ -");
        }
        if (secret.bytes().length < MIN_BYTES) {
            keys.refuse(key, "entry " + position + " is not the base64 of at least " + MIN_BYTES + " bytes");
        } else if (differentBytes(secret) < MIN_DIFFERENT_BYTES) {
            keys.refuse(key, "entry " + position + " is not random, expected the base64 of random bytes");
        }
        return secret;
    }

    private static void refuseRepeatedIds(ConfigurationReader keys, String key, List<SecretKey> secrets) {
        var ids = secrets.stream().map(SecretKey::id).toList();
        for (int i = 0; i < ids.size(); i++) {
            int first = ids.indexOf(ids.get(i));
            if (first < i && !ids.get(i).isEmpty()) {
                keys.refuse(key, "entries " + (first + 1) + " and " + (i + 1) + " have the same key id");
            }
        }
    }

    private static long differentBytes(SecretKey secret) {
        return new String(secret.bytes(), StandardCharsets.ISO_8859_1)
                .chars()
                .distinct()
                .count();
    }

    private static byte[] bytes(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
