package io.mdm.enrollment.support;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One start of an application server.
 *
 * @param port of its HTTP listener, on 127.0.0.1
 * @param deployments WAR or EAR by context root, which begins with a slash
 * @param directory for its files, which are overwritten; not shared with another running server
 * @param connections bound of its pool
 * @param everythingLogged whether it logs all that the module says, not only what the shipped configuration lets pass
 * @param jvmOptions options of its JVM
 */
public record ServerStart(
        int port,
        Map<String, Path> deployments,
        Path directory,
        int connections,
        boolean everythingLogged,
        List<String> jvmOptions) {
    /** Bound of the pool in the shipped configurations. */
    static final int SHIPPED_CONNECTIONS = 32;

    /** For servers that live for some tests: a short start counts more than speed. */
    private static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m");

    public static ServerStart of(int port, Map<String, Path> deployments, Path directory) {
        return new ServerStart(port, deployments, directory, SHIPPED_CONNECTIONS, false, QUICK_START);
    }

    public ServerStart withConnections(int bound) {
        return new ServerStart(port, deployments, directory, bound, everythingLogged, jvmOptions);
    }

    public ServerStart loggingEverything() {
        return new ServerStart(port, deployments, directory, connections, true, jvmOptions);
    }

    /** @param options instead of those that make the start short */
    public ServerStart withJvmOptions(List<String> options) {
        return new ServerStart(port, deployments, directory, connections, everythingLogged, options);
    }
}
