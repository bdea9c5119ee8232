package io.mdm.enrollment.web.config;

import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Files that must exist when the module starts. */
final class ReadableFile {
    private ReadableFile() {}

    static Optional<Path> at(String value) {
        try {
            return Optional.of(Path.of(value)).filter(ReadableFile::isReadable);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Whether the server can read a public key there: resources and URLs work everywhere, plain paths do not. */
    static boolean isKeyLocation(String value) {
        if (Thread.currentThread().getContextClassLoader().getResource(value) != null) {
            return true;
        }
        try {
            var url = new URL(value);
            return !url.getProtocol().equals("file") || isReadable(Path.of(url.toURI()));
        } catch (MalformedURLException | URISyntaxException | IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isReadable(Path file) {
        return Files.isRegularFile(file) && Files.isReadable(file);
    }
}
