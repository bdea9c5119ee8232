package io.mdm.enrollment.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;

/** An identity provider's RSA key pair, made anew for every run. */
public record SigningKeys(KeyPair pair) {

    public static SigningKeys generate() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return new SigningKeys(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The public key as a server is given it (RFC 7468, section 13). */
    public String publicPem() {
        return pem("PUBLIC KEY", pair.getPublic());
    }

    /** The public key as a JWK (RFC 7517, section 4; RFC 7518, section 6.3). */
    public JsonObject publicJwk() {
        var key = (RSAPublicKey) pair.getPublic();
        return Json.createObjectBuilder()
                .add("kty", "RSA")
                .add("n", base64(key.getModulus()))
                .add("e", base64(key.getPublicExponent()))
                .build();
    }

    /** Without the byte that only says that the number is positive. */
    private static String base64(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int from = bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOfRange(bytes, from, bytes.length));
    }

    /** Writes the {@link #publicPem} to a file and returns that. */
    public Path writePublicPem(Path file) throws IOException {
        return Files.writeString(file, publicPem(), UTF_8);
    }

    PrivateKey signing() {
        return pair.getPrivate();
    }

    private static String pem(String label, Key key) {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n";
    }
}
