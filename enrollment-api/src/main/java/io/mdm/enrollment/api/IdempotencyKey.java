package io.mdm.enrollment.api;

import java.util.HexFormat;

/**
 * Key under which a repeated request of the same caller and organization is recognized for 24 hours.
 *
 * @param value 1 to 255 visible ASCII characters
 * @param requestHash SHA-256 of what the key belongs to, 64 hexadecimal digits: over HTTP the method, the path below
 *     the organization, the query and the body
 */
public record IdempotencyKey(String value, String requestHash) {

    public static IdempotencyKey of(String value, byte[] sha256) {
        return new IdempotencyKey(value, HexFormat.of().formatHex(sha256));
    }
}
