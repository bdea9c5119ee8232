package io.mdm.enrollment.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/** Open Liberty, each time with a user directory of its own. */
final class OpenLiberty implements ServerProduct {
    private static final String NAME = "enrollment";

    private static final String EVERYTHING = """
            <server>
              <logging traceSpecification="*=info:io.mdm.enrollment.*=all" traceFileName="stdout"/>
            </server>
            """;

    private static final String OPENTELEMETRY = "<classloader apiTypeVisibility=\"+third-party\"/>";

    private final Path home = Path.of(System.getProperty("server.home"));

    @Override
    public List<String> arguments(ServerStart start) throws IOException {
        var files =
                Files.createDirectories(userDirectory(start).resolve("servers").resolve(NAME));
        Files.writeString(files.resolve("server.xml"), configuration(start));
        Files.copy(
                Path.of(System.getProperty("postgresql.jar")),
                files.resolve("postgresql.jar"),
                StandardCopyOption.REPLACE_EXISTING);
        var overrides = Files.createDirectories(files.resolve("configDropins/overrides"));
        if (start.everythingLogged()) {
            Files.writeString(overrides.resolve("logging.xml"), EVERYTHING);
        }
        return List.of(
                "@" + home.resolve("lib/platform/java/java" + (Runtime.version().feature() < 24 ? 9 : 24) + ".options"),
                "-javaagent:" + home.resolve("bin/tools/ws-javaagent.jar"),
                "-jar",
                home.resolve("bin/tools/ws-server.jar").toString(),
                NAME,
                "--clean", // its cache tells jars apart by time and size, which reproducible builds may share
                "--",
                "--http.host=127.0.0.1",
                "--http.port=" + start.port());
    }

    @Override
    public Map<String, String> environment(ServerStart start) {
        return Map.of("WLP_USER_DIR", userDirectory(start).toString());
    }

    private static Path userDirectory(ServerStart start) {
        return start.directory().resolve("usr").toAbsolutePath();
    }

    /** The shipped configuration, with the applications of this start instead of the module alone. */
    private static String configuration(ServerStart start) throws IOException {
        var shipped = Files.readString(ServerProduct.shipped("liberty").resolve("server.xml"));
        var applications = start.deployments().entrySet().stream()
                .map(OpenLiberty::application)
                .collect(Collectors.joining());
        return shipped.replaceFirst("maxPoolSize=\"\\d+\"", "maxPoolSize=\"" + start.connections() + "\"")
                .replaceFirst("(?s)<webApplication .*</webApplication>", Matcher.quoteReplacement(applications));
    }

    private static String application(Map.Entry<String, Path> deployment) {
        var archive = deployment.getValue().toAbsolutePath();
        return archive.toString().endsWith(".ear")
                ? "<enterpriseApplication location=\"%s\">%s</enterpriseApplication>".formatted(archive, OPENTELEMETRY)
                : "<webApplication location=\"%s\" contextRoot=\"%s\">%s</webApplication>"
                        .formatted(archive, deployment.getKey(), OPENTELEMETRY);
    }

    /** Also after a failed deployment. */
    @Override
    public String sayingDeployed() {
        return "CWWKF0011I";
    }

    @Override
    public String sayingFailed() {
        return "CWWKZ0002E";
    }

    @Override
    public String markOfErrors() {
        return " E ";
    }

    /** It has RESTEasy as well. */
    @Override
    public boolean allowsMethodsOfOneRoute() {
        return false;
    }

    /** Not with encoded control characters, and not those of its own applications. */
    @Override
    public boolean passesOn(String path) {
        return !path.matches(".*%[01]\\p{XDigit}.*|/health.*");
    }

    /** Also TRACE with a path that is not UTF-8, behind the filter. */
    @Override
    public boolean answered(Reply reply) {
        return ServerProduct.super.answered(reply)
                || reply.headers().firstValue("$WSEP").isPresent();
    }

    /** One for each of eight mail workers, and those of the scheduler. */
    @Override
    public int connectionsKept() {
        return 12;
    }

    @Override
    public boolean refusesBadTokensEverywhere() {
        return false;
    }
}
