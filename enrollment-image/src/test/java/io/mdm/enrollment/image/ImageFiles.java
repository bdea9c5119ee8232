package io.mdm.enrollment.image;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Files of a container image, by their paths without a leading slash.
 *
 * @param contents of those that were asked for
 */
record ImageFiles(Map<String, byte[]> contents) {
    private static final int GZIP = 0x1f;

    /** Files of all layers of an image in the form of {@code docker save}. */
    static ImageFiles of(Path image, Predicate<String> wanted) throws IOException {
        var contents = new TreeMap<String, byte[]>();
        try (var entries = new TarArchiveInputStream(new BufferedInputStream(Files.newInputStream(image)))) {
            for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (entry.getName().matches(".*\\.tar(\\.gz)?")) {
                    readLayer(entries, wanted, contents);
                }
            }
        }
        return new ImageFiles(contents);
    }

    private static void readLayer(InputStream layer, Predicate<String> wanted, Map<String, byte[]> contents)
            throws IOException {
        // not closed: the archive around it is read further
        var entries = new TarArchiveInputStream(unpacked(layer));
        for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
            var path = entry.getName().replaceFirst("^\\.?/", "");
            if (entry.isFile() && wanted.test(path)) {
                contents.put(path, entries.readAllBytes());
            }
        }
    }

    private static InputStream unpacked(InputStream layer) throws IOException {
        var bytes = new BufferedInputStream(layer);
        bytes.mark(1);
        var first = bytes.read();
        bytes.reset();
        return first == GZIP ? new GZIPInputStream(bytes) : bytes;
    }

    String text(String path) {
        return new String(contents.getOrDefault(path, new byte[0]), StandardCharsets.UTF_8);
    }
}
