package io.mdm.enrollment.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * PostgreSQL refuses to run as root; so root hands its work to the user <i>nobody</i>. No name space is needed for
 * that.
 */
final class Unprivileged {
    private Unprivileged() {}

    /** The command that runs a shell script as this user or, if this is root, as nobody. */
    static List<String> shell(String script, Path ownedByThisUser) throws IOException {
        if (!Files.getAttribute(ownedByThisUser, "unix:uid").equals(0)) {
            return List.of("sh", "-c", script);
        }
        if (installed("setpriv")) {
            return List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "sh", "-c", script);
        }
        if (installed("runuser")) {
            return List.of("runuser", "-u", "nobody", "--", "sh", "-c", script);
        }
        return List.of("su", "-s", "/bin/sh", "nobody", "-c", script);
    }

    private static boolean installed(String program) {
        return Stream.of(System.getenv("PATH").split(Pattern.quote(File.pathSeparator)))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }
}
