package io.mdm.enrollment.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Payara Micro, in one file, which the system property {@code payara.microJar} names. */
final class PayaraMicro implements ServerProduct {
    private static final String LOOPBACK_ONLY =
            "set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address=127.0.0.1";

    /** As in the image. */
    private static final String JSON_PROVIDER = "-Djakarta.json.provider=org.eclipse.parsson.JsonProviderImpl";

    private static final String EVERYTHING = """
            .level=INFO
            io.mdm.enrollment.level=ALL
            """;

    @Override
    public List<String> arguments(ServerStart start) throws IOException {
        var arguments = new ArrayList<String>();
        arguments.add(JSON_PROVIDER);
        arguments.addAll(List.of("-jar", System.getProperty("payara.microJar"), "--nocluster"));
        arguments.addAll(List.of("--port", Integer.toString(start.port())));
        arguments.addAll(List.of(
                "--prebootcommandfile", preBoot(start, LOOPBACK_ONLY).toString(),
                "--logproperties", logging(start).toString(),
                "--addlibs", System.getProperty("postgresql.jar")));
        start.deployments()
                .forEach((contextRoot, war) -> arguments.addAll(List.of("--deploy", war + ":" + contextRoot)));
        return arguments;
    }

    /** Writes the shipped commands and more of them. */
    static Path preBoot(ServerStart start, String more) throws IOException {
        var shipped = Files.readString(ServerProduct.shipped("payara").resolve("pre-boot.txt"));
        var pool = shipped.replaceFirst("--maxpoolsize=\\d+", "--maxpoolsize=" + start.connections());
        return Files.writeString(start.directory().resolve("pre-boot.txt"), pool + "\n" + more + "\n");
    }

    private static Path logging(ServerStart start) throws IOException {
        var shipped = Files.readString(ServerProduct.shipped("payara").resolve("logging.properties"));
        var more = start.everythingLogged() ? EVERYTHING : "";
        return Files.writeString(
                start.directory().resolve("logging.properties"), shipped + "\nPayaraMicro.level=INFO\n" + more);
    }

    /** Also after a failed deployment. */
    @Override
    public String sayingDeployed() {
        return " ready in ";
    }

    @Override
    public String sayingFailed() {
        return "Exception while loading the app";
    }

    @Override
    public String markOfErrors() {
        return " SEVERE ";
    }

    @Override
    public boolean tracesBeforeFilters() {
        return true;
    }
}
