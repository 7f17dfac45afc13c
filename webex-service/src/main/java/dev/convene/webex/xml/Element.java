package dev.convene.webex.xml;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An element of a request or an answer. Namespaces are left out: no two elements of the XML API
 * differ by them alone, and its own samples write the prefixes now and then.
 *
 * @param text its own, without white space around it
 */
record Element(String name, String text, List<Element> children) {

  static Element text(String name, Object text) {
    return new Element(name, text.toString(), List.of());
  }

  static Element of(String name, Element... children) {
    return of(name, List.of(children));
  }

  static Element of(String name, List<Element> children) {
    return new Element(name, "", children);
  }

  /** The first one with this path, such as {@code schedule/startDate}. */
  Optional<Element> at(String path) {
    Optional<Element> found = Optional.of(this);
    for (String step : path.split("/", -1)) {
      found = found.flatMap(element -> element.all(step).findFirst());
    }
    return found;
  }

  /** Those right below that have this name. */
  Stream<Element> all(String child) {
    return children.stream().filter(element -> element.name.equals(child));
  }

  /** The text there; empty when there is no such element, or nothing in it. */
  Optional<String> text(String path) {
    return at(path).map(Element::text).filter(text -> !text.isEmpty());
  }

  /** May hold passwords and tickets. */
  @Override
  public String toString() {
    return "Element[" + name + "]";
  }
}
