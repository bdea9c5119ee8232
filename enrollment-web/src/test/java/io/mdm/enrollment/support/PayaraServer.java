package io.mdm.enrollment.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Payara Server, unpacked in {@code server.home}, with a domain of its own for each start. */
final class PayaraServer implements ServerProduct {
    private static final Path HOME = Path.of(System.getProperty("server.home"), "glassfish");
    private static final String DOMAIN = "domain1";
    private static final String CONFIG = "configs.config.server-config";

    /** Besides the HTTP listener, what must not be in the way of another domain on this machine. */
    private static final String OWN_PORTS = """
            set %1$s.network-config.network-listeners.network-listener.*.address=127.0.0.1
            set %1$s.network-config.network-listeners.network-listener.http-listener-1.port=%2$d
            set %1$s.network-config.network-listeners.network-listener.http-listener-2.enabled=false
            set %1$s.network-config.network-listeners.network-listener.admin-listener.port=%3$d
            set %1$s.iiop-service.iiop-listener.*.enabled=false
            set %1$s.admin-service.jmx-connector.system.enabled=false
            """;

    private static final String OWN_JMS_PORT = "set %s.jms-service.jms-host.default_JMS_host.port=%d";
    private static final String EVERYTHING = "set-log-levels io.mdm.enrollment=ALL";
    private static final String LAST = "version";

    @Override
    public List<String> arguments(ServerStart start) throws IOException {
        var domains = Files.createTempDirectory(start.directory(), "domains");
        copy(HOME.resolve("domains").resolve(DOMAIN), domains.resolve(DOMAIN));
        var driver = Path.of(System.getProperty("postgresql.jar"));
        Files.copy(driver, domains.resolve(DOMAIN).resolve("lib").resolve(driver.getFileName()));
        return invocation(List.of(
                "start-domain",
                "--dry-run",
                "--prebootcommandfile",
                PayaraMicro.preBoot(start, ownPorts(start)).toString(),
                "--postbootcommandfile",
                postBoot(start).toString(),
                "--domaindir",
                domains.toString(),
                DOMAIN));
    }

    private static String ownPorts(ServerStart start) {
        return OWN_PORTS.formatted(CONFIG, start.port(), Ports.anyFree());
    }

    private static Path postBoot(ServerStart start) throws IOException {
        var shipped = Files.readString(ServerProduct.shipped("payara-server").resolve("post-boot.txt"));
        var commands = new ArrayList<>(shipped.lines().toList());
        commands.add(OWN_JMS_PORT.formatted(CONFIG, Ports.anyFree()));
        if (start.everythingLogged()) {
            commands.add(EVERYTHING);
        }
        start.deployments()
                .forEach((contextRoot, archive) -> commands.add("deploy --contextroot " + contextRoot + " " + archive));
        commands.add(LAST);
        return Files.write(start.directory().resolve("post-boot.txt"), commands);
    }

    /** The arguments of Java in the invocation that asadmin prints, one in a line, up to an empty line. */
    private static List<String> invocation(List<String> startDomain) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(
                java, "-jar", HOME.resolve("lib/client/appserver-cli.jar").toString()));
        command.addAll(startDomain);
        var asadmin = new ProcessBuilder(command).redirectErrorStream(true);
        asadmin.environment().put("AS_JAVA", System.getProperty("java.home"));
        try (var lines = asadmin.start().inputReader().lines()) {
            return lines.dropWhile(line -> !line.endsWith("/bin/java"))
                    .skip(1)
                    .takeWhile(line -> !line.isEmpty())
                    .toList();
        }
    }

    /** Copies a directory, above which all exist. */
    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }

    @Override
    public String sayingDeployed() {
        return "Boot Command " + LAST + " returned";
    }

    @Override
    public String sayingFailed() {
        return "Boot Command deploy failed";
    }

    @Override
    public String markOfErrors() {
        return "|SEVERE|";
    }

    @Override
    public boolean tracesBeforeFilters() {
        return true;
    }
}
