package io.mdm.enrollment.conformance;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One thing that the contract says, as requests and answers.
 *
 * @param file where it stands
 * @param section the heading it stands under
 * @param row the cells of its line by the names of their columns; empty for a section without table
 */
record ConformanceCase(String file, String section, List<Step> steps, Map<String, String> row) {
    static final String ANSWER = "answer";
    /** The column for the reader only. */
    static final String WHY = "why";

    private static final int MAX_CELL_UNITS = 100;

    /** End of the section's name of a bulk request that is checked only. */
    private static final String CHECKED = " (check)";

    private static final String CREATION = "POST {{bulks}}\n";
    private static final String CHECK = "POST {{bulks}}/check\n";

    /** The same to be checked only, with the same counts or the same refusal; empty unless it is one bulk request. */
    Optional<ConformanceCase> asCheck() {
        var only = steps.get(0);
        if (steps.size() > 1 || !only.request().startsWith(CREATION)) {
            return Optional.empty();
        }
        var check = new Step(
                only.way(),
                CHECK + only.request().substring(CREATION.length()),
                only.answer().map(answer -> answer.lines().findFirst().orElse("")));
        return Optional.of(new ConformanceCase(file, section + CHECKED, List.of(check), row));
    }

    /** File, section and input: names the case among all. */
    String name() {
        var cells = row.entrySet().stream()
                .filter(cell -> !cell.getKey().equals(ANSWER) && !cell.getKey().equals(WHY))
                .map(cell -> shortened(cell.getValue()))
                .collect(Collectors.joining(" · "));
        return file + " / " + section + (row.isEmpty() ? "" : " / " + cells);
    }

    /** The same for a bulk request and for its check. */
    String nameOfBoth() {
        return name().replace(CHECKED + " / ", " / ");
    }

    /** Everything in it that may hold {@code {{…}}}, said or unsaid. */
    Stream<String> texts() {
        var cells = row.entrySet().stream()
                .filter(cell -> !cell.getKey().equals(WHY))
                .map(Map.Entry::getValue);
        return Stream.concat(steps.stream().flatMap(ConformanceCase::texts), cells)
                .map(text -> text.replace("{{bulks}}", Values.BULKS));
    }

    private static Stream<String> texts(Step step) {
        var unsaid = Message.of(step.request()).mentions("Authorization") ? "" : "{{jwt}}";
        return Stream.concat(Stream.of(unsaid, step.request()), step.answer().stream());
    }

    /** The answer that a step without one of its own gets. */
    String answerTo(Step step) {
        return step.answer().orElseGet(() -> row.getOrDefault(ANSWER, ""));
    }

    private static String shortened(String cell) {
        return cell.length() <= MAX_CELL_UNITS ? cell : cell.substring(0, MAX_CELL_UNITS) + "…";
    }
}
