package io.mdm.enrollment.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
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
