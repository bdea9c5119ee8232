package io.mdm.enrollment.postgres;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The PostgreSQL programs on the class path, unpacked once per version, platform and user.
 *
 * <p>Several processes may unpack at the same time: each does so in a directory of its own, and the first to finish
 * publishes it with one atomic rename.
 */
final class PostgresBinaries {
    private static final int EXECUTABLE = 0b001_000_000;
    private static final Set<PosixFilePermission> FOR_ALL_TO_RUN = PosixFilePermissions.fromString("rwxr-xr-x");
    private static final Set<PosixFilePermission> FOR_ALL_TO_READ = PosixFilePermissions.fromString("rw-r--r--");

    private PostgresBinaries() {}

    /**
     * Where {@code bin} and its neighbors are; everybody may read and run them.
     *
     * @param parent a directory that every user of this machine may enter
     * @throws FileNotFoundException if the class path has no PostgreSQL for this platform
     */
    static Path unpackedBelow(Path parent) throws IOException {
        var connection = (JarURLConnection) archive().openConnection();
        String version =
                new File(connection.getJarFileURL().getPath()).getName().replaceFirst("\\.jar$", "");
        Path home = parent.resolve(version + "-" + System.getProperty("user.name"));
        Path staging = Files.createTempDirectory(parent, "enrollment-unpack");
        try {
            if (!Files.exists(home)) {
                unpack(connection, staging);
                publish(staging, home);
            } else if (!Files.getOwner(home).equals(Files.getOwner(staging))) {
                throw new IOException(home + " belongs to somebody else; remove it");
            }
            return home;
        } finally {
            delete(staging);
        }
    }

    private static URL archive() throws FileNotFoundException {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            throw new UnsupportedOperationException("POSIX shells start the servers: on Windows, work in WSL 2");
        }
        String system = os.startsWith("mac") ? "darwin" : "linux";
        String processor = switch (System.getProperty("os.arch")) {
            case "aarch64", "arm64" -> "arm_64";
            default -> "x86_64";
        };
        String name = "/postgres-" + system + "-" + processor + ".txz";
        URL found = PostgresBinaries.class.getResource(name);
        if (found == null) {
            throw new FileNotFoundException(
                    "No " + name + " on the class path: see postgresql-binaries.artifact in pom.xml");
        }
        return found;
    }

    private static void unpack(JarURLConnection connection, Path home) throws IOException {
        try (InputStream jar = connection.getInputStream();
                var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(jar)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, home.resolve(entry.getName()));
            }
        }
        for (Path path : everythingIn(home)) {
            if (!Files.isSymbolicLink(path)) {
                open(path);
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, target);
            if ((entry.getMode() & EXECUTABLE) != 0) {
                Files.setPosixFilePermissions(target, FOR_ALL_TO_RUN);
            }
        }
    }

    /** To everybody, whatever the umask says: who runs the programs is not who unpacked them. */
    private static void open(Path path) throws IOException {
        Files.setPosixFilePermissions(path, Files.isExecutable(path) ? FOR_ALL_TO_RUN : FOR_ALL_TO_READ);
    }

    private static void publish(Path staging, Path home) throws IOException {
        try {
            Files.move(staging, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.exists(home)) {
                throw e;
            } // else another process was faster
        }
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            for (Path path : everythingIn(directory)) {
                Files.delete(path);
            }
        }
    }

    /** The innermost first. */
    private static List<Path> everythingIn(Path directory) throws IOException {
        try (var walk = Files.walk(directory)) {
            return walk.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
