package io.mdm.enrollment.support;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;

/** WildFly, each time with a base directory of its own. */
final class WildFly implements ServerProduct {
    private static final String APPLICATION = """
            <application xmlns="https://jakarta.ee/xml/ns/jakartaee" version="10">
              <module><web><web-uri>%s</web-uri><context-root>%s</context-root></web></module>
            </application>
            """;

    /** A console without colors. */
    private static final String CHANGES = """
            wildfly-configuration:
              subsystem:
                datasources:
                  data-source:
                    enrollment:
                      max-pool-size: %d
                logging:
                  console-handler:
                    CONSOLE:
                      level: ALL
                      named-formatter: PATTERN
                  logger:
                    io.mdm.enrollment:
                      level: %s
            """;

    private final Path home = Path.of(System.getProperty("server.home"));

    @Override
    public List<String> arguments(ServerStart start) throws IOException {
        var base = start.directory().resolve("standalone");
        copyFiles(configured(), base.resolve("configuration"));
        for (var deployment : start.deployments().entrySet()) {
            deploy(deployment, Files.createDirectories(base.resolve("deployments")));
        }
        var changes = CHANGES.formatted(start.connections(), start.everythingLogged() ? "ALL" : "INFO");
        return List.of(
                "-jar",
                home.resolve("jboss-modules.jar").toString(),
                "-mp",
                home.resolve("modules").toString(),
                "org.jboss.as.standalone",
                "--yaml=" + Files.writeString(start.directory().resolve("changes.yml"), changes),
                "-Djboss.home.dir=" + home,
                "-Djboss.server.base.dir=" + base,
                "-Djboss.http.port=" + start.port(),
                "-Djboss.https.port=0",
                "-Djboss.management.http.port=" + managementPort(start.port()));
    }

    /** Files of a server to which the shipped script was applied; made again if the script has changed. */
    private Path configured() throws IOException {
        var script = ServerProduct.shipped("wildfly").resolve("enrollment.cli");
        var base = home.resolveSibling("wildfly-configured");
        var files = base.resolve("configuration");
        var applied = base.resolve("enrollment.cli");
        if (!Files.exists(applied) || Files.mismatch(script, applied) >= 0) {
            copyFiles(home.resolve("standalone/configuration"), files);
            for (var former : List.of("main/postgresql.jar", "main/module.xml", "main")) {
                Files.deleteIfExists(home.resolve("modules/org/postgresql").resolve(former));
            }
            Files.copy(
                    Path.of(System.getProperty("postgresql.jar")),
                    base.resolve("postgresql.jar"),
                    StandardCopyOption.REPLACE_EXISTING);
            apply(script, base);
            Files.copy(script, applied, StandardCopyOption.REPLACE_EXISTING);
        }
        return files;
    }

    private void apply(Path script, Path base) throws IOException {
        var log = base.resolve("cli.log");
        var cli = new ProcessBuilder(home.resolve("bin/jboss-cli.sh").toString(), "--file=" + script);
        cli.environment().put("JAVA_HOME", System.getProperty("java.home"));
        cli.environment().put("JAVA_OPTS", "-XX:TieredStopAtLevel=1 -Djboss.server.base.dir=" + base);
        cli.directory(base.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
        if (cli.start().onExit().join().exitValue() != 0) {
            throw new IllegalStateException("WildFly cannot be configured:\n" + Files.readString(log));
        }
    }

    private static void copyFiles(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.newDirectoryStream(from, Files::isRegularFile)) {
            for (var file : files) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** The context root of a WAR is its name; a path of several segments takes an EAR. */
    private static void deploy(Map.Entry<String, Path> deployment, Path directory) throws IOException {
        var archive = deployment.getValue();
        var name = archive.getFileName().toString();
        var contextRoot = deployment.getKey().substring(1);
        if (name.endsWith(".ear")) {
            Files.copy(archive, directory.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        } else if (contextRoot.contains("/")) {
            ShrinkWrap.create(EnterpriseArchive.class)
                    .addAsModule(archive.toFile())
                    .setApplicationXML(new StringAsset(APPLICATION.formatted(name, deployment.getKey())))
                    .as(ZipExporter.class)
                    .exportTo(directory.resolve(name.replace(".war", ".ear")).toFile(), true);
        } else {
            var war = contextRoot.isEmpty() ? "ROOT.war" : contextRoot + ".war";
            Files.copy(archive, directory.resolve(war), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** With success or without. */
    @Override
    public String sayingDeployed() {
        return ") started ";
    }

    @Override
    public String sayingFailed() {
        return ") started (with errors)";
    }

    @Override
    public String markOfErrors() {
        return " ERROR ";
    }

    @Override
    public URI health(URI root) {
        return URI.create("http://" + root.getHost() + ":" + managementPort(root.getPort()) + "/health/");
    }

    /** RESTEasy adds those of {@code bulk/{bulkId}} to those of a longer path beside it. */
    @Override
    public boolean allowsMethodsOfOneRoute() {
        return false;
    }

    @Override
    public boolean hangsUpOnSlowSenders() {
        return true;
    }

    @Override
    public boolean hasMicroProfileMetrics() {
        return false;
    }

    /** Below the ports that the operating system gives away. */
    private static int managementPort(int port) {
        return 10_000 + port % 20_000;
    }
}
