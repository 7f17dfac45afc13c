package dev.convene.webex.xml;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * One operation that the XML API is asked for.
 *
 * @param operation service and operation, such as {@code meeting.CreateMeeting}
 * @param content in the order of Webex's schema
 */
record Request(String operation, List<Element> content) {

  private static final String SERVICE = "http://www.webex.com/schemas/2002/06/service";
  private static final String BINDING = "java:com.webex.service.binding.";
  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

  Request(String operation, Element... content) {
    this(operation, List.of(content));
  }

  /** The message as it is sent, in UTF-8. */
  byte[] message(List<Element> securityContext) {
    // Into text first: the JDK's writer of bytes cannot write characters beyond the first plane.
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter out = FACTORY.createXMLStreamWriter(text);
      out.writeStartDocument("UTF-8", "1.0");
      out.writeStartElement("serv", "message", SERVICE);
      out.writeNamespace("serv", SERVICE);
      out.writeNamespace("xsi", XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI);
      out.writeStartElement("header");
      write(out, Element.of("securityContext", securityContext));
      out.writeEndElement();
      out.writeStartElement("body");
      out.writeStartElement("bodyContent");
      out.writeAttribute(
          "xsi", XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI, "type", BINDING + operation);
      for (Element element : content) {
        write(out, element);
      }
      out.writeEndDocument();
      out.flush();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException("writing into memory failed", impossible);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void write(XMLStreamWriter out, Element element) throws XMLStreamException {
    out.writeStartElement(element.name());
    out.writeCharacters(legal(element.text()));
    for (Element child : element.children()) {
      write(out, child);
    }
    out.writeEndElement();
  }

  /** Without the characters that XML 1.0 cannot hold, escaped or not; none of them is visible. */
  private static String legal(String text) {
    StringBuilder legal = new StringBuilder(text.length());
    text.codePoints().filter(Request::isLegal).forEach(legal::appendCodePoint);
    return legal.toString();
  }

  private static boolean isLegal(int character) {
    return character == '\t'
        || character == '\n'
        || character == '\r'
        || (character >= 0x20 && character <= 0xD7FF)
        || (character >= 0xE000 && character <= 0xFFFD)
        || character >= 0x10000;
  }
}
