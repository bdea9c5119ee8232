package io.mdm.enrollment.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A certificate authority that nobody knows, and a certificate of it for 127.0.0.1, made with the JDK's keytool.
 *
 * @param relay key store with the certificate and its key
 * @param trust trust store with the authority alone
 */
public record OwnAuthority(Path relay, Path trust) {
    private static final String PASSWORD = "changeit";

    public static OwnAuthority in(Path directory) throws IOException {
        var authority = new OwnAuthority(directory.resolve("relay.p12"), directory.resolve("trust.p12"));
        var root = directory.resolve("root.p12").toString();
        var relay = authority.relay.toString();
        var file = directory.resolve("file.pem").toString();
        keytool(root, "root", "-genkeypair", "-keyalg", "EC", "-dname", "CN=Own authority", "-ext", "bc:c");
        keytool(relay, "relay", "-genkeypair", "-keyalg", "EC", "-dname", "CN=relay");
        keytool(relay, "relay", "-certreq", "-file", file);
        keytool(root, "root", "-gencert", "-infile", file, "-outfile", file + ".relay", "-ext", "san=ip:127.0.0.1");
        keytool(root, "root", "-exportcert", "-rfc", "-file", file);
        keytool(relay, "root", "-importcert", "-noprompt", "-file", file);
        keytool(relay, "relay", "-importcert", "-noprompt", "-file", file + ".relay");
        keytool(authority.trust.toString(), "root", "-importcert", "-noprompt", "-file", file);
        return authority;
    }

    /** Options with which a JVM trusts the authority. */
    public String trustOptions() {
        return "-Djavax.net.ssl.trustStore=" + trust + " -Djavax.net.ssl.trustStorePassword=" + PASSWORD;
    }

    /**
     * Starts a relay that speaks TLS from the first byte, with the certificate.
     *
     * <p>The certificate of all such relays of one JVM is that of the first.
     *
     * @param port 0 for any free one
     */
    public GreenMail startRelay(int port) {
        System.setProperty("greenmail.tls.keystore.file", relay.toString());
        System.setProperty("greenmail.tls.keystore.password", PASSWORD);
        var started = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
        started.start();
        return started;
    }

    private static void keytool(String store, String alias, String command, String... arguments) throws IOException {
        var tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var line = new ArrayList<>(List.of(tool, command, "-alias", alias, "-keystore", store));
        line.addAll(List.of("-storepass", PASSWORD, "-storetype", "PKCS12"));
        line.addAll(List.of(arguments));
        var process = new ProcessBuilder(line).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
