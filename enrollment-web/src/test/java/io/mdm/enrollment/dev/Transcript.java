package io.mdm.enrollment.dev;

import jakarta.json.Json;
import jakarta.json.JsonStructure;
import jakarta.json.stream.JsonGenerator;
import java.io.PrintStream;
import java.io.StringWriter;
import java.util.Map;

/** What the reader sees: headings, and indented below them what happened. */
record Transcript(PrintStream out) {

    void heading(String title) {
        out.println("\n── " + title + " " + "─".repeat(Math.max(3, 96 - title.length())));
    }

    void say(String lines) {
        lines.lines().forEach(line -> out.println("   " + line));
    }

    void gap() {
        out.println();
    }

    void json(JsonStructure value) {
        var text = new StringWriter();
        try (var writer = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createWriter(text)) {
            writer.write(value);
        }
        say(text.toString().strip());
    }
}
