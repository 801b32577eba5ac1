package io.sluice.k6.script.api;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.graalvm.polyglot.HostAccess;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/** Elements of a document that a script selected, in their order, each once. */
public final class Selected {
  private final UserState user;
  private final Elements elements;

  Selected(UserState user, Elements elements) {
    this.user = user;
    this.elements = elements;
  }

  private Selected of(Iterable<Element> found) {
    Set<Element> once = new LinkedHashSet<>();
    found.forEach(once::add);
    return new Selected(user, new Elements(once));
  }

  private Elements guarded(Supplier<Elements> query) {
    try {
      return query.get();
    } catch (Selector.SelectorParseException | IllegalArgumentException e) {
      throw user.error("invalid selector: " + e.getMessage());
    }
  }

  /** How many there are. */
  @HostAccess.Export
  public int size() {
    return elements.size();
  }

  /** One of them; negative numbers count from the end. Empty if there is none. */
  @HostAccess.Export
  public Selected at(int index) {
    int i = index < 0 ? elements.size() + index : index;
    return new Selected(
        user, i < 0 || i >= elements.size() ? new Elements() : new Elements(elements.get(i)));
  }

  /** Some of them, from a place to before another. */
  @HostAccess.Export
  public Selected range(int from, int to) {
    int size = elements.size();
    int start = Math.clamp(from < 0 ? size + from : from, 0, size);
    int end = Math.clamp(to < 0 ? size + to : to, start, size);
    return new Selected(user, new Elements(elements.subList(start, end)));
  }

  /** Those below them that match. */
  @HostAccess.Export
  public Selected find(String selector) {
    return new Selected(
        user,
        guarded(
            () -> {
              Set<Element> found = new LinkedHashSet<>();
              for (Element element : elements) {
                found.addAll(element.select(selector));
                found.remove(element);
              }
              return new Elements(found);
            }));
  }

  /** Those of them that match. */
  @HostAccess.Export
  public Selected matching(String selector, boolean wanted) {
    return new Selected(
        user,
        guarded(
            () -> {
              var found = new Elements();
              for (Element element : elements) {
                if (element.is(selector) == wanted) {
                  found.add(element);
                }
              }
              return found;
            }));
  }

  /** Those of them that have a match below them. */
  @HostAccess.Export
  public Selected having(String selector) {
    var found = new Elements();
    for (Element element : elements) {
      if (guarded(() -> element.select(selector)).stream()
          .anyMatch(below -> !below.equals(element))) {
        found.add(element);
      }
    }
    return new Selected(user, found);
  }

  /**
   * Their relatives.
   *
   * @param relation {@code children}, {@code parent}, {@code parents}, {@code next}, {@code
   *     nextAll}, {@code prev}, {@code prevAll} or {@code siblings}
   */
  @HostAccess.Export
  public Selected related(String relation) {
    var found = new Elements();
    for (Element element : elements) {
      switch (relation) {
        case "children" -> found.addAll(element.children());
        case "parents" -> found.addAll(element.parents());
        case "nextAll" -> found.addAll(element.nextElementSiblings());
        case "prevAll" -> found.addAll(element.previousElementSiblings());
        case "siblings" -> found.addAll(element.siblingElements());
        case "parent" -> add(found, element.parent());
        case "next" -> add(found, element.nextElementSibling());
        case "prev" -> add(found, element.previousElementSibling());
        default -> throw user.error("unknown relation " + relation);
      }
    }
    return of(found);
  }

  private static void add(Elements found, @Nullable Element element) {
    if (element != null) {
      found.add(element);
    }
  }

  /** The nearest match of each, itself or above. */
  @HostAccess.Export
  public Selected closest(String selector) {
    var found = new Elements();
    for (Element element : elements) {
      add(found, element.closest(selector));
    }
    return of(found);
  }

  /** These and others. */
  @HostAccess.Export
  public Selected and(Selected others) {
    var all = new Elements(elements);
    all.addAll(others.elements);
    return of(all);
  }

  /** Whether the first of both is the same element. */
  @HostAccess.Export
  public boolean same(Selected other) {
    return !elements.isEmpty()
        && !other.elements.isEmpty()
        && elements.getFirst().equals(other.elements.getFirst());
  }

  /** The text of all of them, and all below. */
  @HostAccess.Export
  public String text() {
    var text = new StringBuilder();
    for (Element element : elements) {
      text.append(element.wholeText());
    }
    return text.toString();
  }

  /** What is inside the first, or null if there is none. */
  @HostAccess.Export
  public @Nullable String html() {
    var first = elements.first();
    if (first == null) {
      return null;
    }
    var document = first.ownerDocument();
    if (document != null) {
      document.outputSettings().prettyPrint(false);
    }
    return first.html();
  }

  /** An attribute of the first, or null. */
  @HostAccess.Export
  public @Nullable String attr(String name) {
    var first = elements.first();
    return first == null || !first.hasAttr(name) ? null : first.attr(name);
  }

  /** The names of the attributes of the first. */
  @HostAccess.Export
  public String attributeNames() {
    var names = new StringBuilder();
    var first = elements.first();
    if (first != null) {
      first.attributes().forEach(attribute -> names.append(attribute.getKey()).append('\0'));
    }
    return names.toString();
  }

  /** The name of the first's tag, in lower case; "" if there is none. */
  @HostAccess.Export
  public String tag() {
    var first = elements.first();
    return first == null ? "" : first.normalName();
  }
}
