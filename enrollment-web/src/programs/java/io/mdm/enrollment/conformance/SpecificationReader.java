package io.mdm.enrollment.conformance;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads a file of the contract: {@code ##} begins a section; blocks marked {@code http} are its requests, in order,
 * those marked {@code http raw} are written on a socket; a block marked {@code answer} belongs to the request before
 * it. Each row of the section's tables is a case that goes through all of them; without table the section is one case.
 * Everything else is prose.
 */
final class SpecificationReader {
    private static final String FENCE = "```";

    private final String file;
    private final List<ConformanceCase> cases = new ArrayList<>();
    private String section = "";
    private List<Step> steps = new ArrayList<>();
    private MarkdownTable table = new MarkdownTable();

    private SpecificationReader(String file) {
        this.file = file;
    }

    static List<ConformanceCase> cases(String file, String markdown) {
        var reader = new SpecificationReader(file);
        reader.read(markdown.lines().iterator());
        return reader.cases;
    }

    private void read(Iterator<String> lines) {
        while (lines.hasNext()) {
            String line = lines.next();
            if (line.startsWith("## ")) {
                endSection();
                section = line.substring(3).strip();
            } else if (line.startsWith(FENCE)) {
                addBlock(line.substring(FENCE.length()).strip(), block(lines));
            } else if (MarkdownTable.isLine(line)) {
                table.add(line);
            } else {
                table.end();
            }
        }
        endSection();
    }

    private static String block(Iterator<String> lines) {
        var block = new ArrayList<String>();
        for (String line = lines.next(); !line.equals(FENCE); line = lines.next()) {
            block.add(line);
        }
        return block.stream().collect(Collectors.joining("\n"));
    }

    private void addBlock(String kind, String text) {
        switch (kind) {
            case "http" -> steps.add(new Step(Step.Way.CLIENT, text, Optional.empty()));
            case "http raw" -> steps.add(new Step(Step.Way.SOCKET, text, Optional.empty()));
            case "answer" -> steps.add(steps.remove(steps.size() - 1).answering(text));
            default -> throw new IllegalArgumentException(file + ", " + section + ": a block of " + kind);
        }
    }

    private void endSection() {
        if (!steps.isEmpty()) {
            var rows = table.rows().isEmpty() ? List.of(Map.<String, String>of()) : table.rows();
            rows.forEach(row -> cases.add(new ConformanceCase(file, section, List.copyOf(steps), row)));
        }
        steps = new ArrayList<>();
        table = new MarkdownTable();
    }
}
