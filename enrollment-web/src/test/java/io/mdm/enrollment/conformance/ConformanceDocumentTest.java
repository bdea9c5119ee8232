package io.mdm.enrollment.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/conformance.md} leads where it says, and counts right. */
class ConformanceDocumentTest {
    private static final String CASES = "../enrollment-web/src/programs/resources/conformance/";
    private static final Pattern LINK = Pattern.compile(Pattern.quote("(" + CASES) + "(\\w+\\.md)(?:#([^)]+))?\\)");

    private final String document = read(Path.of("../docs/conformance.md"));

    @Test
    void its_links_lead_to_sections() {
        var links = LINK.matcher(document).results().toList();
        assertThat(links).hasSizeGreaterThan(50).allSatisfy(link -> {
            var file = read(Path.of("src/programs/resources/conformance", link.group(1)));
            assertThat(link.group(2) == null || anchors(file).contains(link.group(2)))
                    .as(link.group())
                    .isTrue();
        });
    }

    @Test
    void its_counts_are_right() {
        var cases = Specification.ofContract().cases();
        var counts = cases.stream().collect(Collectors.groupingBy(ConformanceCase::file, Collectors.counting()));
        counts.forEach((file, count) ->
                assertThat(document).contains("| [%s](%s%s.md) | %d |".formatted(file, CASES, file, count)));
        assertThat(document).contains("| together | %d |".formatted(cases.size()));
    }

    @Test
    void its_count_of_the_cases_for_receivers_is_right() {
        assertThat(document)
                .contains("[%d cases](%sreceiver.md)"
                        .formatted(Specification.ofReceiver().size(), CASES));
    }

    /** As GitHub makes them of headings. */
    private static Set<String> anchors(String markdown) {
        return markdown.lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
                .map(title -> title.replaceAll("[^\\w -]", "").replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
