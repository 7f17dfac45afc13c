package dev.convene.webex.xml;

import dev.convene.webex.calls.UnreadableAnswer;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads an answer. It comes from outside: a document type, and with it every entity, is refused,
 * and so is what is nested deeper or has more elements than any answer of Webex.
 */
final class ElementReader {

  private static final int DEEPEST = 32;

  /** A meeting of 1,000 attendees has some 15,000. */
  private static final int MOST = 50_000;

  private static final XMLInputFactory FACTORY = factory();

  private final XMLStreamReader reader;
  private int elements;

  private ElementReader(XMLStreamReader reader) {
    this.reader = reader;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  /**
   * The root.
   *
   * @throws UnreadableAnswer when it is not XML as we take it
   */
  static Element read(byte[] document) {
    try {
      return new ElementReader(FACTORY.createXMLStreamReader(new ByteArrayInputStream(document)))
          .root();
    } catch (XMLStreamException e) {
      throw new UnreadableAnswer(e);
    }
  }

  private Element root() throws XMLStreamException {
    while (next() != XMLStreamConstants.START_ELEMENT) {
      // Comments and processing instructions say nothing.
    }
    Element root = element(1);
    while (reader.hasNext()) {
      next();
    }
    return root;
  }

  private int next() throws XMLStreamException {
    int event = reader.next();
    if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
      throw new XMLStreamException("a document type, or an entity of one");
    }
    return event;
  }

  private Element element(int depth) throws XMLStreamException {
    if (depth > DEEPEST || ++elements > MOST) {
      throw new XMLStreamException("too deep, or too much");
    }
    String name = reader.getLocalName();
    StringBuilder text = new StringBuilder();
    List<Element> children = new ArrayList<>();
    int event = next();
    while (event != XMLStreamConstants.END_ELEMENT) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        children.add(element(depth + 1));
      } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        text.append(reader.getText());
      }
      event = next();
    }
    return new Element(name, text.toString().strip(), List.copyOf(children));
  }
}
