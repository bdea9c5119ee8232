package io.mdm.enrollment.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

/** Bad tokens made of a good one (RFC 7515, section 3.1). */
final class Forgery {
    private Forgery() {}

    /** The same claims, with {@code alg} none and no signature. */
    static String unsigned(String jwt) {
        return base64("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + jwt.split("\\.", -1)[1] + ".";
    }

    /** Other claims below the signature that was made for the good ones. */
    static String altered(String jwt) {
        var parts = jwt.split("\\.", -1);
        var claims = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8);
        return parts[0] + "." + base64(claims.replaceFirst("}$", ",\"admin\":true}")) + "." + parts[2];
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
