package io.sluice.reports.junit;

import io.sluice.reports.text.Printable;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes indented elements. Attributes become single lines, text keeps its lines, and both hold
 * only characters that XML 1.0 allows.
 */
final class Elements {
  private final XMLStreamWriter out;
  private int depth;
  private boolean childless;

  Elements(XMLStreamWriter out) {
    this.out = out;
  }

  void start() throws XMLStreamException {
    out.writeStartDocument("UTF-8", "1.0");
  }

  /** Opens an element; attributes are names and values in turn. */
  void open(String name, String... attributes) throws XMLStreamException {
    indent();
    out.writeStartElement(name);
    attributes(attributes);
    depth++;
    childless = true;
  }

  void close() throws XMLStreamException {
    depth--;
    if (!childless) {
      indent();
    }
    out.writeEndElement();
    childless = false;
  }

  /** An element without children. */
  void leaf(String name, String text, String... attributes) throws XMLStreamException {
    indent();
    if (text.isEmpty()) {
      out.writeEmptyElement(name);
      attributes(attributes);
    } else {
      out.writeStartElement(name);
      attributes(attributes);
      out.writeCharacters(text.lines().map(Printable::xml).collect(Collectors.joining("\n")));
      out.writeEndElement();
    }
    childless = false;
  }

  private void attributes(String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      out.writeAttribute(attributes[i], Printable.xml(attributes[i + 1]));
    }
  }

  private void indent() throws XMLStreamException {
    out.writeCharacters("\n" + "  ".repeat(depth));
  }

  void end() throws XMLStreamException {
    out.writeCharacters("\n");
    out.writeEndDocument();
    out.close();
  }
}
