package io.mdm.enrollment.support;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A kind of application server, configured by the files of {@code docker}, as a deployer would.
 *
 * <p>Chosen by the system property {@code server}. The property {@code enrollment.docker} names the directory of those
 * files, {@code postgresql.jar} the driver, and {@code server.home} where the server is unpacked, unless it is one
 * file.
 */
public interface ServerProduct {

    /** The one that was chosen for this JVM. */
    static ServerProduct chosen() {
        var name = System.getProperty("server", "payara-micro");
        return switch (name) {
            case "payara-micro" -> new PayaraMicro();
            case "wildfly" -> new WildFly();
            case "liberty" -> new OpenLiberty();
            case "payara-server" -> new PayaraServer();
            default -> throw new IllegalArgumentException("unknown server: " + name);
        };
    }

    /** Directory of shipped files. */
    static Path shipped(String directory) {
        return Path.of(System.getProperty("enrollment.docker"), directory);
    }

    /**
     * Writes the files of one start.
     *
     * @return arguments of the Java command, after the options of the JVM
     */
    List<String> arguments(ServerStart start) throws IOException;

    /** What the process needs to find those files, beside the configuration of the module. */
    default Map<String, String> environment(ServerStart start) {
        return Map.of();
    }

    /** Text in the log as soon as all deployments are over, with success or without. */
    String sayingDeployed();

    /** Text in the log if a deployment failed. */
    String sayingFailed();

    /** Mark of the log's lines that say why something failed. */
    String markOfErrors();

    /** Where the health checks are, with a slash at its end. */
    default URI health(URI root) {
        return root.resolve("/health/");
    }

    /** Whether requests with a path reach the module, instead of being answered by the server. */
    default boolean passesOn(String path) {
        return true;
    }

    /** Whether it gave this answer itself: what reaches the module passes its CORS filter. */
    default boolean answered(Reply reply) {
        return reply.headers().firstValue("Vary").isEmpty();
    }

    /** Whether {@code Allow} leaves out the methods of a template that matches the path of another route as well. */
    default boolean allowsMethodsOfOneRoute() {
        return true;
    }

    /** Whether it refuses a bad token on every path, instead of passing the request on as one without a token. */
    default boolean refusesBadTokensEverywhere() {
        return true;
    }

    /** How many connections of the pool the tasks of a node keep while they do something else than use them. */
    default int connectionsKept() {
        return 0;
    }

    /** Whether it publishes metrics by MicroProfile Metrics. */
    default boolean hasMicroProfileMetrics() {
        return true;
    }

    /** Whether its span of a request begins before the module's filters see it. */
    default boolean tracesBeforeFilters() {
        return false;
    }

    /** Whether it ends a connection itself, without an answer, when the rest of a body does not come. */
    default boolean hangsUpOnSlowSenders() {
        return false;
    }
}
