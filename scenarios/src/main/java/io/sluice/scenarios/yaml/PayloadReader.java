package io.sluice.scenarios.yaml;

import io.sluice.scenarios.text.WordsParser;
import io.sluice.scenarios.tree.Field;
import io.sluice.scenarios.tree.Payload;
import io.sluice.scenarios.tree.Words;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads the body of a request. */
final class PayloadReader {
  private static final List<String> KEYS = List.of("json", "form", "body");

  private final YamlSource source;

  PayloadReader(YamlSource source) {
    this.source = source;
  }

  Payload payload(Mapping map) {
    List<String> given = KEYS.stream().filter(map::has).toList();
    if (given.size() > 1) {
      source
          .problems()
          .add(
              map.at(given.get(1)),
              "a request has one body, this one has '%s' and '%s'"
                  .formatted(given.get(0), given.get(1)));
    }
    Node json = map.find("json");
    if (json instanceof ScalarNode && !YamlSource.isNothing(json)) {
      return new Payload.JsonText(words(json));
    }
    if (json != null) {
      return new Payload.Json(value(json));
    }
    if (map.has("form")) {
      List<Field> fields = new ArrayList<>();
      for (YamlSource.Entry entry : map.entries("form")) {
        fields.add(new Field(entry.key(), words(entry.value()), entry.at()));
      }
      return new Payload.Form(fields);
    }
    Node body = map.find("body");
    return body == null ? new Payload.None() : new Payload.Raw(words(body));
  }

  private Payload.Value value(Node node) {
    if (node instanceof MappingNode) {
      List<Payload.Member> members = new ArrayList<>();
      for (YamlSource.Entry entry : source.entries(node)) {
        members.add(new Payload.Member(entry.key(), value(entry.value())));
      }
      return new Payload.Members(members);
    }
    if (node instanceof SequenceNode) {
      return new Payload.Elements(YamlSource.elements(node).stream().map(this::value).toList());
    }
    if (YamlSource.isNothing(node)) {
      return new Payload.Constant("null", source.at(node));
    }
    if (YamlSource.isNumber(node) || YamlSource.isTruth(node)) {
      return new Payload.Constant(source.snippet(node).text(), source.at(node));
    }
    return new Payload.Scalar(words(node));
  }

  private Words words(Node node) {
    return Mapping.parsed(source, node, WordsParser::parse, Words.missing(source.at(node)));
  }
}
