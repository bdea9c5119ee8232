package io.mdm.enrollment.image;

import static java.util.stream.Collectors.toCollection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.Hash;

/**
 * Libraries inside an archive and inside the archives in it, by the names that Maven leaves in jars.
 *
 * <p>A jar that says nothing of itself appears with the name of its file.
 */
final class NestedLibraries {
    private static final List<String> VERSIONS = List.of("Bundle-Version", "Implementation-Version");

    private final Set<String> knownHashes;
    private final List<Component> found = new ArrayList<>();

    private NestedLibraries(Set<String> knownHashes) {
        this.knownHashes = knownHashes;
    }

    /** All but those whose SHA-256 is known already. */
    static List<Component> of(String name, byte[] archive, Set<String> knownHashes) throws IOException {
        var libraries = new NestedLibraries(knownHashes);
        libraries.read(name, archive);
        return libraries.found;
    }

    private void read(String name, byte[] archive) throws IOException {
        var projects = new ArrayList<Component>();
        var manifest = new Manifest();
        try (var entries = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (entry.getName().matches(".*\\.(jar|rar|war)")) {
                    read(entry.getName().replaceFirst(".*/", ""), entries.readAllBytes());
                } else if (entry.getName().matches("META-INF/maven/.*/pom\\.properties")) {
                    var properties = new Properties();
                    properties.load(entries);
                    projects.add(Components.maven(
                            properties.getProperty("groupId"),
                            properties.getProperty("artifactId"),
                            properties.getProperty("version")));
                } else if (entry.getName().equals("META-INF/MANIFEST.MF")) {
                    manifest.read(entries);
                }
            }
        }
        var hash = sha256(archive);
        if (!knownHashes.contains(hash)) {
            found.addAll(projects.isEmpty() ? List.of(unnamed(name, manifest, hash)) : projects);
        }
    }

    private static Component unnamed(String name, Manifest manifest, String hash) {
        var component = new Component();
        component.setType(Component.Type.FILE);
        component.setName(name);
        VERSIONS.stream()
                .map(manifest.getMainAttributes()::getValue)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .ifPresent(component::setVersion);
        component.setHashes(List.of(new Hash(Hash.Algorithm.SHA_256, hash)));
        component.setBomRef("file:" + name + ":" + hash);
        return component;
    }

    /** SHA-256 of the files of components. */
    static Set<String> hashes(List<Component> components) {
        return components.stream()
                .flatMap(component -> Stream.ofNullable(component.getHashes()).flatMap(List::stream))
                .filter(hash -> hash.getAlgorithm().equals(Hash.Algorithm.SHA_256.getSpec()))
                .map(Hash::getValue)
                .collect(toCollection(TreeSet::new));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
