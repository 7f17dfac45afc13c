package dev.convene.simulators.webex;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * What was sent, without its prefixes: Webex's own samples use them now and then, and its clients
 * as they like.
 *
 * @param type the value of {@code xsi:type}
 * @param text its own, without white space around it
 */
record XmlElement(String name, @Nullable String type, String text, List<XmlElement> children) {
  private static final int DEEPEST = 32;
  private static final XMLInputFactory INPUT = input();

  private static XMLInputFactory input() {
    XMLInputFactory input = XMLInputFactory.newDefaultFactory();
    input.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    input.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    input.setProperty(XMLInputFactory.IS_COALESCING, true);
    return input;
  }

  /**
   * The root of a document.
   *
   * @throws XMLStreamException when it is not well-formed, has a DTD, or is nested too deeply
   */
  static XmlElement read(byte[] document) throws XMLStreamException {
    XMLStreamReader reader = INPUT.createXMLStreamReader(new ByteArrayInputStream(document));
    while (reader.next() != XMLStreamConstants.START_ELEMENT) {
      if (reader.getEventType() == XMLStreamConstants.DTD) {
        throw new XMLStreamException("a document type is not allowed");
      }
    }
    XmlElement root = element(reader, 1);
    while (reader.hasNext()) {
      reader.next();
    }
    return root;
  }

  private static XmlElement element(XMLStreamReader reader, int depth) throws XMLStreamException {
    if (depth > DEEPEST) {
      throw new XMLStreamException("nested too deeply");
    }
    String name = reader.getLocalName();
    String type = reader.getAttributeValue(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI, "type");
    StringBuilder text = new StringBuilder();
    List<XmlElement> children = new ArrayList<>();
    while (true) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> children.add(element(reader, depth + 1));
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            text.append(reader.getText());
        case XMLStreamConstants.ENTITY_REFERENCE ->
            throw new XMLStreamException("an unknown entity");
        case XMLStreamConstants.END_ELEMENT -> {
          return new XmlElement(name, type, text.toString().strip(), List.copyOf(children));
        }
        default -> {}
      }
    }
  }

  /** The first one with this path, such as {@code schedule/startDate}. */
  @Nullable XmlElement at(String path) {
    XmlElement found = this;
    for (String step : path.split("/", -1)) {
      found = found.child(step);
      if (found == null) {
        return null;
      }
    }
    return found;
  }

  private @Nullable XmlElement child(String step) {
    for (XmlElement child : children) {
      if (child.name.equals(step)) {
        return child;
      }
    }
    return null;
  }

  /** The text there; null when there is no such element, or nothing in it. */
  @Nullable String text(String path) {
    XmlElement found = at(path);
    return found == null || found.text.isEmpty() ? null : found.text;
  }
}
