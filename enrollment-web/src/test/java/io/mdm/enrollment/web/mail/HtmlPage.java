package io.mdm.enrollment.web.mail;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** The HTML of a mail by its structure; our pages are well-formed XML too, so that no lenient reader is needed. */
record HtmlPage(String html, Document document) {

    static HtmlPage of(String html) throws Exception {
        var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        return new HtmlPage(html, builder.parse(new InputSource(new StringReader(html))));
    }

    List<Element> elements(String... names) {
        return Stream.of(names)
                .map(document::getElementsByTagName)
                .flatMap(nodes -> IntStream.range(0, nodes.getLength()).mapToObj(nodes::item))
                .map(Element.class::cast)
                .toList();
    }

    List<String> attributes(String element, String attribute) {
        return elements(element).stream()
                .map(each -> each.getAttribute(attribute))
                .toList();
    }

    /** The text of each such element. */
    List<String> texts(String element) {
        return elements(element).stream().map(Element::getTextContent).toList();
    }

    String text() {
        return document.getDocumentElement().getTextContent();
    }
}
