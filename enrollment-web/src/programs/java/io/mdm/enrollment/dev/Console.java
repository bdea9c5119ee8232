package io.mdm.enrollment.dev;

import java.io.PrintStream;

/** Output for the reader: headings, and indented below them what happened. */
record Console(PrintStream out) {

    void heading(String title) {
        out.println("\n── " + title + " " + "─".repeat(Math.max(3, 96 - title.length())));
    }

    void say(String lines) {
        lines.lines().forEach(line -> out.println("   " + line));
    }

    void gap() {
        out.println();
    }
}
