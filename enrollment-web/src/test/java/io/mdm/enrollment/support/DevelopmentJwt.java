package io.mdm.enrollment.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mdm.enrollment.api.http.Permission;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A JSON Web Token in the making (RFC 7519), good or, for tests, bad in one chosen way.
 *
 * @param claims what it says of its bearer so far
 */
public record DevelopmentJwt(JsonObject claims) {
    public static final String ISSUER = "https://id.mdm.example";
    public static final String AUDIENCE = "mdm";

    /** One that is valid from now on for a day, longer than any test, and permits nothing yet. */
    public static DevelopmentJwt of(String subject, Instant now) {
        return new DevelopmentJwt(Json.createObjectBuilder()
                        .add("iss", ISSUER)
                        .add("aud", AUDIENCE)
                        .add("sub", subject)
                        .add("jti", UUID.randomUUID().toString())
                        .add("iat", now.getEpochSecond())
                        .build())
                .validFor(Duration.ofDays(1));
    }

    /** Counted from {@code iat}; negative for one that expired before it was issued. */
    public DevelopmentJwt validFor(Duration life) {
        return with("exp", Json.createValue(claims.getJsonNumber("iat").longValue() + life.toSeconds()));
    }

    public DevelopmentJwt notBefore(Instant instant) {
        return with("nbf", Json.createValue(instant.getEpochSecond()));
    }

    /** May do everything. */
    public DevelopmentJwt everyPermission() {
        return permissions(
                Permission.CREATE,
                Permission.LIST,
                Permission.GET,
                Permission.UPDATE,
                Permission.DELETE,
                Permission.RESEND,
                Permission.ERASE,
                Permission.AUDIT,
                Permission.WEBHOOK,
                Permission.REDEEM);
    }

    public DevelopmentJwt permissions(String... names) {
        return with("groups", Json.createArrayBuilder(List.of(names)).build());
    }

    public DevelopmentJwt organizations(String... idsOrSlugs) {
        return with(
                "organizations", Json.createArrayBuilder(List.of(idsOrSlugs)).build());
    }

    public DevelopmentJwt with(String claim, JsonValue value) {
        return new DevelopmentJwt(
                Json.createObjectBuilder(claims).add(claim, value).build());
    }

    public DevelopmentJwt without(String claim) {
        return new DevelopmentJwt(Json.createObjectBuilder(claims).remove(claim).build());
    }

    /** Signed with RS256, as the server wants it. */
    public String signedBy(SigningKeys keys) {
        return rsa(header("RS256"), "SHA256withRSA", keys);
    }

    /** Signed with RS256, with a further parameter in its JOSE header (RFC 7515, section 4.1). */
    public String signedBy(SigningKeys keys, String parameter, JsonValue value) {
        return rsa(header("RS256").add(parameter, value), "SHA256withRSA", keys);
    }

    /** Signed by the right key with an algorithm that the server does not accept. */
    public String signedWithRs384(SigningKeys keys) {
        return rsa(header("RS384"), "SHA384withRSA", keys);
    }

    /** Not signed at all ({@code alg} none; RFC 7519, section 6). */
    public String unsigned() {
        return unsigned(header("none")) + ".";
    }

    /**
     * Authenticated with the public key as if it were a shared secret, which fools verifiers that believe {@code alg}.
     */
    public String forgedFrom(SigningKeys keys) {
        String unsigned = unsigned(header("HS256"));
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(keys.publicPem().getBytes(UTF_8), "HmacSHA256"));
            return unsigned + "." + base64(mac.doFinal(unsigned.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String rsa(JsonObjectBuilder header, String javaName, SigningKeys keys) {
        String unsigned = unsigned(header);
        try {
            var signature = Signature.getInstance(javaName);
            signature.initSign(keys.signing());
            signature.update(unsigned.getBytes(UTF_8));
            return unsigned + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonObjectBuilder header(String algorithm) {
        return Json.createObjectBuilder().add("alg", algorithm).add("typ", "JWT");
    }

    private String unsigned(JsonObjectBuilder header) {
        return base64(header.build().toString().getBytes(UTF_8)) + "."
                + base64(claims.toString().getBytes(UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
