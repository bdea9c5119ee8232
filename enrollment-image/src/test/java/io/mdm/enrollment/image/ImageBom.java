package io.mdm.enrollment.image;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.cyclonedx.Version;
import org.cyclonedx.exception.GeneratorException;
import org.cyclonedx.exception.ParseException;
import org.cyclonedx.generators.BomGeneratorFactory;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.parsers.JsonParser;

/**
 * Bill of materials of the image: the libraries that Maven knows, those inside the server, the Java runtime, and the
 * packages of the base.
 *
 * <p>Arguments: the image, Maven's bill of materials, and the file to write.
 */
public final class ImageBom {
    private static final String OS_RELEASE = "usr/lib/os-release";
    private static final String PACKAGES = "var/lib/dpkg/status";
    private static final Pattern ARCHIVE = Pattern.compile("opt/enrollment/.*\\.(jar|war)");
    private static final Pattern JAVA = Pattern.compile("(opt|usr)/.*/release");

    private ImageBom() {}

    public static void main(String... arguments) throws IOException, GeneratorException, ParseException {
        var bom = new JsonParser().parse(Path.of(arguments[1]).toFile());
        var text = write(add(bom, Path.of(arguments[0])));
        Files.writeString(Path.of(arguments[2]), text);
    }

    static Bom add(Bom bom, Path image) throws IOException {
        var files = ImageFiles.of(image, ImageBom::isRead);
        var components = new ArrayList<>(bom.getComponents());
        var known = NestedLibraries.hashes(components);
        Components.operatingSystem(files.text(OS_RELEASE)).forEach(components::add);
        components.addAll(Components.packages(files.text(PACKAGES), files.text(OS_RELEASE)));
        for (var path : files.contents().keySet()) {
            if (ARCHIVE.matcher(path).matches()) {
                components.addAll(NestedLibraries.of(
                        path.replaceFirst(".*/", ""), files.contents().get(path), known));
            } else if (JAVA.matcher(path).matches() && files.text(path).contains("JAVA_VERSION")) {
                components.add(Components.java(files.text(path)));
            }
        }
        bom.setComponents(new ArrayList<>(components.stream()
                .collect(toMap(Component::getBomRef, identity(), (first, second) -> first, TreeMap::new))
                .values()));
        bom.getMetadata().getComponent().setType(Component.Type.CONTAINER);
        // else that of the build
        bom.getMetadata().setTimestamp(null);
        return bom;
    }

    private static boolean isRead(String path) {
        return path.equals(OS_RELEASE)
                || path.equals(PACKAGES)
                || ARCHIVE.matcher(path).matches()
                || JAVA.matcher(path).matches();
    }

    /** JSON that agrees with the schema of CycloneDX. */
    static String write(Bom bom) throws GeneratorException, IOException {
        var text = BomGeneratorFactory.createJson(Version.VERSION_16, bom).toJsonString();
        var faults = new JsonParser().validate(text.getBytes(StandardCharsets.UTF_8), Version.VERSION_16);
        if (!faults.isEmpty()) {
            throw new IllegalStateException("not a CycloneDX document: " + faults);
        }
        return text;
    }
}
