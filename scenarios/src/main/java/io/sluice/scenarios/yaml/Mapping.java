package io.sluice.scenarios.yaml;

import io.sluice.model.plan.Units;
import io.sluice.scenarios.source.Location;
import io.sluice.scenarios.source.Problems;
import io.sluice.scenarios.source.Snippet;
import io.sluice.scenarios.text.MalformedText;
import io.sluice.scenarios.yaml.Kind.Need;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A map of the source, read by its kind. Unknown keys, missing keys and values of a wrong type are
 * noted as problems and left out; what remains has the right shape.
 */
final class Mapping {
  private final YamlSource source;
  private final Location at;
  private final Map<String, YamlSource.Entry> entries = new LinkedHashMap<>();

  private Mapping(YamlSource source, Location at) {
    this.source = source;
    this.at = at;
  }

  static Mapping of(Node node, Kind kind, YamlSource source) {
    Mapping mapping = new Mapping(source, source.at(node));
    List<String> seen = new ArrayList<>();
    for (YamlSource.Entry entry : source.entries(node)) {
      seen.add(entry.key());
      mapping.add(entry, kind);
    }
    for (Kind.Key key : kind.keys()) {
      if (key.need() == Need.REQUIRED && !seen.contains(key.name())) {
        source.problems().add(mapping.at, "%s must have '%s'".formatted(kind.title(), key.name()));
      }
    }
    return mapping;
  }

  /** No keys at all, where a map would have been. */
  static Mapping empty(Node at, YamlSource source) {
    return new Mapping(source, source.at(at));
  }

  private void add(YamlSource.Entry entry, Kind kind) {
    for (Kind.Key key : kind.keys()) {
      if (key.name().equals(entry.key())) {
        if (key.shape().check(entry.value(), "'" + key.name() + "'", source)) {
          entries.put(entry.key(), entry);
        }
        return;
      }
    }
    source
        .problems()
        .add(
            entry.at(),
            "unknown key '%s' in %s".formatted(entry.key(), kind.title()),
            entry.key(),
            kind.names());
  }

  Location at() {
    return at;
  }

  /** Where a key stands, or the map if it is not there. */
  Location at(String key) {
    YamlSource.Entry entry = entries.get(key);
    return entry == null ? at : entry.at();
  }

  Problems problems() {
    return source.problems();
  }

  boolean has(String key) {
    return entries.containsKey(key);
  }

  @Nullable Node find(String key) {
    YamlSource.Entry entry = entries.get(key);
    return entry == null ? null : entry.value();
  }

  /** The text of a key, or the fallback. */
  String text(String key, String fallback) {
    Node node = find(key);
    return node == null ? fallback : source.snippet(node).text();
  }

  /** The whole number of a key, or the fallback. */
  int whole(String key, int fallback) {
    Node node = find(key);
    return node == null ? fallback : Integer.parseInt(source.snippet(node).text());
  }

  /** The duration of a key, or the fallback. */
  Duration duration(String key, Duration fallback) {
    Node node = find(key);
    return node == null ? fallback : Units.duration(source.snippet(node).text());
  }

  /** The elements of a list, or none. */
  List<Node> elements(String key) {
    Node node = find(key);
    return node == null ? List.of() : YamlSource.elements(node);
  }

  /** The entries of a map, or none. */
  List<YamlSource.Entry> entries(String key) {
    Node node = find(key);
    return node == null ? List.of() : source.entries(node);
  }

  /** Reads the scalar of a key by a parser; the fallback if it is not there or malformed. */
  <T> T parsed(String key, Function<Snippet, T> parser, T fallback) {
    Node node = find(key);
    return node == null ? fallback : parsed(source, node, parser, fallback);
  }

  /** Reads a scalar by a parser; the fallback, and a problem, if it is malformed. */
  static <T> T parsed(YamlSource source, Node node, Function<Snippet, T> parser, T fallback) {
    return parsed(source, node, parser).orElse(fallback);
  }

  /** Reads a scalar by a parser; nothing, and a problem, if it is malformed. */
  static <T> Optional<T> parsed(YamlSource source, Node node, Function<Snippet, T> parser) {
    try {
      return Optional.of(parser.apply(source.snippet(node)));
    } catch (MalformedText e) {
      source.problems().add(e.at(), e.getMessage());
    } catch (IllegalArgumentException e) {
      source.problems().add(source.at(node), String.valueOf(e.getMessage()));
    }
    return Optional.empty();
  }
}
