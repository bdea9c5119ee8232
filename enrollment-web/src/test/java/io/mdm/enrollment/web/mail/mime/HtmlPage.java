package io.mdm.enrollment.web.mail.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** The HTML of a mail as a browser reads it, and without an error that a browser would have to mend. */
public record HtmlPage(String html, Document document) {
    private static final int MAX_ERRORS = 20;

    public static HtmlPage of(String html) {
        var parser = Parser.htmlParser().setTrackErrors(MAX_ERRORS);
        var document = parser.parseInput(html, "");
        assertThat(parser.getErrors()).isEmpty();
        return new HtmlPage(html, document);
    }

    public List<Element> elements(String... names) {
        return document.select(String.join(",", names));
    }

    public List<String> attributes(String element, String attribute) {
        return document.select(element).eachAttr(attribute);
    }

    /** The text of each such element, line breaks kept. */
    public List<String> texts(String element) {
        return document.select(element).stream().map(Element::wholeText).toList();
    }

    public String text() {
        return document.wholeText();
    }
}
