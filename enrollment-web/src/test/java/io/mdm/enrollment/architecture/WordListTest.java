package io.mdm.enrollment.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Words that are avoided, each with a better one: see {@code word-list.txt}. */
class WordListTest {
    private static final WordList LIST = WordList.read();

    /** Where they are looked for, and how many files there are at least. */
    enum Texts {
        DOCUMENTS(
                "(docs/.*|docker/.*|kubernetes/.*|\\.ci/.*|enrollment-api/client/README|[A-Z]+)"
                        + "\\.(md|http|ya?ml|conf|properties|sh)|docker/healthy",
                40),
        API_DESCRIPTION(".*/src/main/resources/META-INF/openapi\\.yaml", 1),
        /** All but the bundles of mail and page, which are wording in eight languages. */
        MAIN_SOURCES(".*/src/main/.*\\.(java|jte|sql|xml|css|js|html)", 250),
        WEB_COMPONENT("enrollment-api/client/src/(campaigns/)?[a-z-]+\\.ts", 10);

        private final String files;
        private final int atLeast;

        Texts(String files, int atLeast) {
            this.files = files;
            this.atLeast = atLeast;
        }

        List<Path> files() {
            return ProjectFiles.matching(files);
        }
    }

    @ParameterizedTest
    @EnumSource
    void are_not_used(Texts texts) {
        var files = texts.files();

        assertThat(files).hasSizeGreaterThanOrEqualTo(texts.atLeast);
        assertThat(files.stream()
                        .flatMap(file -> LIST.findings(ProjectFiles.name(file), ProjectFiles.text(file)).stream()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void are_found_in_their_example(WordList.Entry entry) {
        var findings = new WordList(List.of(entry)).findings("a.md", "A line.\n" + entry.example() + "\n");

        assertThat(findings)
                .hasSize(1)
                .first()
                .asString()
                .startsWith("a.md:2: ")
                .endsWith(entry.instead());
    }

    static List<WordList.Entry> entries() {
        return LIST.entries();
    }

    @Test
    void are_found_across_lines_of_a_comment() {
        var findings = LIST.findings("A.java", "/**\n * Some of them, be\n * it in Java.\n */\n  // be\n  // it so");

        assertThat(findings).hasSize(2).allMatch(finding -> finding.contains("be") && finding.contains("it"));
        assertThat(findings.get(0)).startsWith("A.java:2: ");
    }

    @Test
    void nothing_is_found_in_plain_english() {
        assertThat(LIST.findings("a.md", """
                # Suppression list
                Recipients whose mailbox the relay rejected. The alert fires if the relay is unreachable.
                /** Whether the lane still has to send this invitation. */
                """)).isEmpty();
    }
}
