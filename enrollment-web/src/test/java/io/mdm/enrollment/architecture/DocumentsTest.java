package io.mdm.enrollment.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Agreement of documents and containers with the project: links, names of classes, keys of the configuration. */
class DocumentsTest {
    private static final Pattern CODE = Pattern.compile("(?ms)^ *```.*?^ *```");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)|src=\"([^\"]+)\"");
    /** A type of two humps at least, perhaps with a member, of which a beginning is enough; or a rule of many words. */
    private static final Pattern NAME =
            Pattern.compile("`([A-Z][a-z0-9]+[A-Z]\\w*|(?!enrollment_)[a-z]+(?:_[a-z]+){3,})(?:\\.(\\w+?)(?:_?…)?)?`");

    private static final Pattern KEY = Pattern.compile("[`\"](m(?:dm|p)\\.[a-z0-9.-]+[a-z0-9])[`\"]");
    private static final Pattern VARIABLE = Pattern.compile("(?m)^ +(M(?:DM|P)_\\w+):");
    private static final Pattern WORD = Pattern.compile("\\w+");

    @Test
    void links_lead_to_files_and_sections() {
        var links = documents().stream().flatMap(DocumentsTest::links).toList();

        assertThat(links).hasSizeGreaterThan(100);
        assertThat(links.stream().filter(link -> !link.leadsSomewhere())).isEmpty();
    }

    @Test
    void classes_and_members_exist() {
        var sources = ProjectFiles.matching(".*\\.java").stream()
                .collect(Collectors.toMap(DocumentsTest::simpleName, ProjectFiles::text, String::concat));
        var words = Stream.concat(
                        sources.values().stream(),
                        ProjectFiles.matching(".*\\.(ya?ml|xml|jte|ts)").stream()
                                .map(ProjectFiles::text))
                .flatMap(text -> WORD.matcher(text).results().map(MatchResult::group))
                .collect(Collectors.toSet());

        assertThat(documents().stream().flatMap(document -> unknownNames(document, sources, words)))
                .isEmpty();
    }

    @Test
    void names_that_do_not_exist_are_noticed() {
        var text = """
                `LaneDelivery`, `LaneDelivery.run`, `LaneDelivery.ru…`, `LANE`, `enrollment_bulks_created_total` exist,
                `LaneDelivery.walk`, `LaneTransport`, `a_rule_that_is_gone` do not
                """;

        assertThat(unknownNames(text, Map.of("LaneDelivery", "void run()"), Set.of("LaneDelivery")))
                .containsExactly("LaneDelivery.walk", "LaneTransport", "a_rule_that_is_gone");
    }

    @Test
    void keys_of_the_configuration_are_documented_and_no_others() {
        var read = keys(".*/main/.*/web/config/\\w+\\.java");

        assertThat(read).hasSizeGreaterThan(20);
        assertThat(keys("docs/configuration\\.md")).isEqualTo(read);
    }

    @Test
    void keys_of_the_configuration_reach_the_container_and_no_others() {
        var compose =
                ProjectFiles.text(ProjectFiles.matching("docker/compose\\.yaml").get(0));
        var passed = VARIABLE.matcher(compose).results().map(variable -> variable.group(1));

        assertThat(passed.filter(variable -> !variable.startsWith("MDM_ENROLLMENT_DB_")))
                .containsExactlyInAnyOrderElementsOf(keys("docs/configuration\\.md").stream()
                        .map(key -> key.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"))
                        .toList());
    }

    @Test
    void everything_that_is_released_has_the_same_version() {
        var release = version("pom\\.xml", "(?s)<id>release</id>.*?<revision>(.+?)</revision>");

        assertThat(version("enrollment-api/src/main/.*/openapi\\.yaml", "(?m)^  version: (.+)$"))
                .isEqualTo(release);
        assertThat(version("CHANGELOG\\.md", "(?m)^## \\[(\\d.*?)\\] - \\d{4}-\\d\\d-\\d\\d$"))
                .isEqualTo(release);
        assertThat(version("enrollment-api/client/package\\.json", "\"version\": \"(.+?)\""))
                .isEqualTo(release);
        assertThat(version("kubernetes/.*/Chart\\.yaml", "(?m)^appVersion: (.+)$"))
                .isEqualTo(release);
        assertThat(version("docs/examples/host/pom\\.xml", "<enrollment.version>(.+?)</enrollment.version>"))
                .isEqualTo(release);
    }

    /** The first one in the file. */
    private static String version(String file, String pattern) {
        var text = ProjectFiles.text(ProjectFiles.matching(file).get(0));
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElse("none in " + file);
    }

    private static List<Path> documents() {
        return ProjectFiles.matching("(docs/.*|docker/.*|kubernetes/.*|[A-Z]+|enrollment-api/client/README"
                + "|enrollment-web/src/.*/conformance/README)\\.md");
    }

    private static Stream<Link> links(Path document) {
        return LINK.matcher(prose(document))
                .results()
                .map(link -> link.group(1) == null ? link.group(2) : link.group(1))
                .filter(target -> !target.matches("[a-z]+:.*"))
                .map(target -> new Link(document, target));
    }

    private static Stream<String> unknownNames(Path document, Map<String, String> sources, Set<String> words) {
        return unknownNames(prose(document), sources, words).map(name -> ProjectFiles.name(document) + ": " + name);
    }

    private static Stream<String> unknownNames(String text, Map<String, String> sources, Set<String> words) {
        var unknown = new ArrayList<String>();
        NAME.matcher(text).results().forEach(name -> {
            var member = name.group(2);
            if (!words.contains(name.group(1))) {
                unknown.add(name.group(1));
            } else if (member != null
                    && !sources.getOrDefault(name.group(1), "").contains(member)) {
                unknown.add(name.group(1) + "." + member);
            }
        });
        return unknown.stream();
    }

    private static Set<String> keys(String files) {
        return ProjectFiles.matching(files).stream()
                .flatMap(file -> KEY.matcher(ProjectFiles.text(file)).results())
                .map(key -> key.group(1))
                .collect(Collectors.toSet());
    }

    /** The text without blocks of code. */
    private static String prose(Path document) {
        return CODE.matcher(ProjectFiles.text(document)).replaceAll("");
    }

    private static String simpleName(Path source) {
        return source.getFileName().toString().replaceFirst("\\.java$", "");
    }

    private record Link(Path document, String target) {

        boolean leadsSomewhere() {
            var parts = target.split("#", 2);
            var file = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]);
            return Files.exists(file) && (parts.length == 1 || anchors(file).contains(parts[1]));
        }

        /** As GitHub makes them of headings. */
        private static Set<String> anchors(Path markdown) {
            return prose(markdown)
                    .lines()
                    .filter(line -> line.startsWith("#"))
                    .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
                    .map(title -> title.replaceAll("[^\\w -]", "").replace(' ', '-'))
                    .collect(Collectors.toSet());
        }

        @Override
        public String toString() {
            return ProjectFiles.name(document) + ": " + target;
        }
    }
}
