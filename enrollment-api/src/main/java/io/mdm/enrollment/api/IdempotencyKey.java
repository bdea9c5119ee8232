package io.mdm.enrollment.api;

import java.util.HexFormat;

/**
 * Key under which a repeated request of the same caller and organization is recognized for 24 hours.
 *
 * @param value 1 to 255 visible ASCII characters
 * @param bodyHash SHA-256 of the body, 64 hexadecimal digits
 */
public record IdempotencyKey(String value, String bodyHash) {

    public static IdempotencyKey of(String value, byte[] sha256) {
        return new IdempotencyKey(value, HexFormat.of().formatHex(sha256));
    }
}
