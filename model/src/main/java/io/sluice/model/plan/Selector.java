package io.sluice.model.plan;

/** Where in a response a value is looked for. */
public sealed interface Selector {
  /** A JSONPath (RFC 9535) into the body. */
  record JsonPath(String path) implements Selector {
    @Override
    public String toString() {
      return path;
    }
  }

  /** A response header, by its name in any case; the first of several. */
  record Header(String name) implements Selector {
    @Override
    public String toString() {
      return "header " + name;
    }
  }

  /** A regular expression on the body; its first group, or the whole match if it has none. */
  record Regex(String pattern) implements Selector {
    @Override
    public String toString() {
      return "/" + pattern + "/";
    }
  }

  /** The whole body. */
  record Body() implements Selector {
    @Override
    public String toString() {
      return "body";
    }
  }
}
