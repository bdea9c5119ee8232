package io.mdm.enrollment.web.mail;

import static java.util.stream.Collectors.joining;

import io.mdm.enrollment.web.text.Html;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;

/** A piece of a mail, which reads the same as text and as HTML. Whatever it is given is text, never markup. */
sealed interface Block {

    /** Lines separated by {@code \n}. */
    String text();

    String html();

    /** @param text may hold line breaks */
    record Paragraph(String text) implements Block {
        @Override
        public String html() {
            return "<p>" + Html.escaped(text).replace("\n", "<br/>\n") + "</p>\n";
        }
    }

    record Heading(String text) implements Block {
        @Override
        public String html() {
            return "<h2 style=\"font-size:1.1em\">" + Html.escaped(text) + "</h2>\n";
        }
    }

    record Steps(List<String> steps) implements Block {
        @Override
        public String text() {
            return IntStream.range(0, steps.size())
                    .mapToObj(i -> (i + 1) + ". " + steps.get(i))
                    .collect(joining("\n"));
        }

        @Override
        public String html() {
            return steps.stream()
                    .map(step -> "<li>" + Html.escaped(step) + "</li>\n")
                    .collect(joining("", "<ol>\n", "</ol>\n"));
        }
    }

    /**
     * A button, and the bare address for those who cannot use it.
     *
     * @param hint stands before the bare address
     */
    record Link(String label, String hint, URI target) implements Block {
        private static final String BUTTON = "display:inline-block;padding:12px 20px;border-radius:4px;"
                + "background:#0b5394;color:#ffffff;text-decoration:none";

        @Override
        public String text() {
            return target.toString();
        }

        @Override
        public String html() {
            var address = Html.escaped(target.toString());
            return "<p><a href=\"" + address + "\" style=\"" + BUTTON + "\">" + Html.escaped(label) + "</a></p>\n<p>"
                    + Html.escaped(hint) + "<br/>\n<span style=\"word-break:break-all\">" + address + "</span></p>\n";
        }
    }
}
