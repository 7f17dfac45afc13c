package dev.convene.simulators.webex;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** What is answered, element by element, in the order in which it was put together. */
final class XmlNode {
  private static final String SERVICE = "http://www.webex.com/schemas/2002/06/service";

  static final Map<String, String> NAMESPACES =
      Map.of(
          "serv", SERVICE,
          "com", "http://www.webex.com/schemas/2002/06/common",
          "meet", SERVICE + "/meeting",
          "att", SERVICE + "/attendee",
          "use", SERVICE + "/user",
          "ep", SERVICE + "/ep");

  private final String prefix;
  private final String name;
  private final @Nullable String text;
  private final List<XmlNode> children = new ArrayList<>();

  private XmlNode(String prefix, String name, @Nullable String text) {
    this.prefix = prefix;
    this.name = name;
    this.text = text;
  }

  /** An element with others in it. */
  static XmlNode of(String prefix, String name) {
    return new XmlNode(prefix, name, null);
  }

  /** An element with a text in it. */
  static XmlNode text(String prefix, String name, String text) {
    return new XmlNode(prefix, name, text);
  }

  /** Adds an element with a text, in this one's namespace. */
  XmlNode put(String child, Object value) {
    children.add(new XmlNode(prefix, child, value.toString()));
    return this;
  }

  XmlNode putIfGiven(String child, @Nullable Object value) {
    return value == null ? this : put(child, value);
  }

  XmlNode add(XmlNode child) {
    children.add(child);
    return this;
  }

  /** Adds an element in this one's namespace, and returns it. */
  XmlNode in(String child) {
    XmlNode added = of(prefix, child);
    children.add(added);
    return added;
  }

  void write(XMLStreamWriter out) throws XMLStreamException {
    out.writeStartElement(prefix, name, NAMESPACES.get(prefix));
    if (text != null) {
      out.writeCharacters(text);
    }
    for (XmlNode child : children) {
      child.write(out);
    }
    out.writeEndElement();
  }

  /** Its children, for an element that is written elsewhere. */
  List<XmlNode> children() {
    return children;
  }
}
