package io.mdm.enrollment.image;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.Metadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageBomTest {
    private static final String STATUS = """
            Package: libc6
            Status: install ok installed
            Architecture: amd64
            Source: glibc (2.36-9)
            Version: 2.36-9+deb12u13

            Package: gone
            Status: deinstall ok config-files
            Architecture: amd64
            Version: 1
            """;

    @TempDir
    private Path directory;

    @Test
    void lists_packages_java_and_libraries_inside_the_server() throws Exception {
        var nested = zip(Map.of(
                "META-INF/maven/org.example/inner/pom.properties",
                "groupId=org.example\nartifactId=inner\nversion=2+1".getBytes(UTF_8)));
        var nameless = zip(Map.of("META-INF/MANIFEST.MF", "Implementation-Version: 3\n".getBytes(UTF_8)));
        var server = zip(Map.of("runtime/inner.jar", nested, "runtime/nameless.jar", nameless));
        var image = image(
                gzip(tar(Map.of(
                        "./usr/lib/os-release", "ID=debian\nVERSION_ID=\"12\"\n".getBytes(UTF_8),
                        "./var/lib/dpkg/status", STATUS.getBytes(UTF_8)))),
                tar(Map.of(
                        "opt/java/openjdk/release",
                        "IMPLEMENTOR=\"Eclipse Adoptium\"\nJAVA_RUNTIME_VERSION=\"25+9\"\nJAVA_VERSION=\"25\"\n"
                                .getBytes(UTF_8),
                        "opt/enrollment/server.jar",
                        server)));

        var bom = ImageBom.add(bom(), image);

        assertThat(bom.getComponents())
                .extracting(component -> component.getBomRef().replaceFirst(":[0-9a-f]{64}$", ""))
                .containsExactly(
                        "file:nameless.jar",
                        "file:server.jar",
                        "operating-system:debian@12",
                        "pkg:deb/debian/libc6@2.36-9%2Bdeb12u13?arch=amd64&distro=debian-12&upstream=glibc",
                        "pkg:generic/openjdk@25%2B9",
                        "pkg:maven/org.example/inner@2%2B1?type=jar",
                        "pkg:maven/org.example/of-the-war@1?type=jar");
        assertThat(ImageBom.write(bom)).contains("\"bomFormat\" : \"CycloneDX\"", "nameless.jar");
    }

    @Test
    void a_document_against_the_schema_is_not_written() {
        var bom = bom();
        bom.setSerialNumber("urn:uuid:not-one");

        assertThatThrownBy(() -> ImageBom.write(bom)).hasMessageContaining("urn:uuid");
    }

    private static Bom bom() {
        var bom = new Bom();
        bom.setComponents(List.of(Components.maven("org.example", "of-the-war", "1")));
        var metadata = new Metadata();
        var image = new Component();
        image.setType(Component.Type.LIBRARY);
        image.setName("image");
        metadata.setComponent(image);
        bom.setMetadata(metadata);
        return bom;
    }

    private Path image(byte[] base, byte[] layer) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("base.tar.gz", base);
        files.put("config.json", "{}".getBytes(UTF_8));
        files.put("layer.tar", layer);
        return Files.write(directory.resolve("image.tar"), tar(files));
    }

    private static byte[] tar(Map<String, byte[]> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                var entry = new TarArchiveEntry(file.getKey());
                entry.setSize(file.getValue().length);
                tar.putArchiveEntry(entry);
                tar.write(file.getValue());
                tar.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }
}
