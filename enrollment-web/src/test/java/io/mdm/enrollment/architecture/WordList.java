package io.mdm.enrollment.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The words of {@code word-list.txt}, which texts of this project avoid. */
record WordList(List<Entry> entries) {

    /** @param example a text in which the words are found */
    record Entry(Pattern words, String instead, String example) {
        private static final int COLUMNS = 3;

        private static Entry of(String line) {
            var columns = line.split(" => ", COLUMNS);
            // a blank may be a line break, behind which a comment goes on
            var regex = columns[0].strip().replace(" ", "(?:\\s+(?:[*#]|//|--)?\\s*)");
            return new Entry(
                    Pattern.compile(regex, Pattern.MULTILINE | Pattern.CASE_INSENSITIVE),
                    columns[1].strip(),
                    columns[2].strip());
        }

        private List<String> in(String text) {
            return words.matcher(text)
                    .results()
                    .map(found -> "%d: \"%s\", better: %s".formatted(line(text, found), words(found), instead))
                    .toList();
        }

        private static long line(String text, MatchResult found) {
            return text.substring(0, found.start()).lines().count() + (startsLine(text, found) ? 1 : 0);
        }

        private static boolean startsLine(String text, MatchResult found) {
            return found.start() == 0 || text.charAt(found.start() - 1) == '\n';
        }

        private static String words(MatchResult found) {
            return found.group().replaceAll("\\s+", " ").strip();
        }

        @Override
        public String toString() {
            return words.pattern();
        }
    }

    static WordList read() {
        try (var list = WordList.class.getResourceAsStream("word-list.txt")) {
            var lines = new String(Objects.requireNonNull(list).readAllBytes(), UTF_8).lines();
            return new WordList(lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Entry::of)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words found in a text, each as {@code file:line: "words", better: …}. */
    List<String> findings(String file, String text) {
        return entries.stream()
                .flatMap(entry -> entry.in(text).stream())
                .map(finding -> file + ":" + finding)
                .toList();
    }
}
