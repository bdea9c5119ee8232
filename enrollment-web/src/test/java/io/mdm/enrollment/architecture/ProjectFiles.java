package io.mdm.enrollment.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Files of the whole project, by their paths below its root, with slashes. */
public final class ProjectFiles {
    /** The root, seen from the directory in which the tests of this module run. */
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Pattern DERIVED = Pattern.compile("(.*/)?(target|node_modules|keys|\\.git|\\.idea)(/.*)?");

    private ProjectFiles() {}

    /** All files but derived ones whose path matches. */
    public static List<Path> matching(String regex) {
        var wanted = Pattern.compile(regex).asMatchPredicate();
        try (var files = Files.walk(ROOT)) {
            return files.filter(file -> wanted.test(name(file)))
                    .filter(file -> !DERIVED.matcher(name(file)).matches())
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String name(Path file) {
        return ROOT.relativize(file).toString().replace('\\', '/');
    }

    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
