package io.sluice.scenarios.yaml;

import io.sluice.model.plan.RequestSpec.Redirects;
import io.sluice.model.plan.Selector;
import io.sluice.model.plan.StatusSet;
import io.sluice.scenarios.source.Snippet;
import io.sluice.scenarios.text.CheckParser;
import io.sluice.scenarios.text.SelectorParser;
import io.sluice.scenarios.text.WordsParser;
import io.sluice.scenarios.tree.CheckLine;
import io.sluice.scenarios.tree.Defaults;
import io.sluice.scenarios.tree.Field;
import io.sluice.scenarios.tree.RequestStep;
import io.sluice.scenarios.tree.RequestStep.Extraction;
import io.sluice.scenarios.tree.RequestStep.OnFailure;
import io.sluice.scenarios.tree.RequestStep.Tally;
import io.sluice.scenarios.tree.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads request steps. */
final class RequestReader {
  /** Headers that follow from the rest of a request. */
  private static final List<String> NOT_TO_SET =
      List.of("host", "content-length", "connection", "transfer-encoding");

  private final YamlSource source;
  private final Defaults defaults;

  RequestReader(YamlSource source, Defaults defaults) {
    this.source = source;
    this.defaults = defaults;
  }

  RequestStep request(Mapping map) {
    String method = Language.METHODS.stream().filter(map::has).findFirst().orElse("get");
    List<Field> headers = new ArrayList<>(headers(map));
    for (Field header : defaults.headers()) {
      if (headers.stream().noneMatch(h -> h.name().equalsIgnoreCase(header.name()))) {
        headers.add(header);
      }
    }
    return new RequestStep(
        method.toUpperCase(Locale.ROOT),
        map.parsed(method, WordsParser::parse, Words.missing(map.at())),
        map.text("name", ""),
        tags(map),
        headers,
        map.parsed("bearer", WordsParser::parse, Words.missing(map.at())),
        new PayloadReader(source).payload(map),
        map.duration("timeout", defaults.timeout()),
        map.parsed("accept", s -> StatusSet.parse(s.text()), defaults.accepted()),
        redirects(map, defaults.redirects()),
        extractions(map),
        checks(map),
        tallies(map),
        OnFailure.valueOf(map.text("on_failure", "continue").toUpperCase(Locale.ROOT)),
        map.at());
  }

  static Redirects redirects(Mapping map, Redirects fallback) {
    return Redirects.valueOf(map.text("redirects", fallback.name()).toUpperCase(Locale.ROOT));
  }

  List<Field> headers(Mapping map) {
    List<Field> headers = new ArrayList<>();
    for (YamlSource.Entry entry : map.entries("headers")) {
      if (NOT_TO_SET.contains(entry.key().toLowerCase(Locale.ROOT))) {
        source
            .problems()
            .add(entry.at(), "the header '" + entry.key() + "' follows from the request");
      }
      Words value =
          Mapping.parsed(
              source, entry.value(), RequestReader::headerValue, Words.missing(entry.at()));
      headers.add(new Field(entry.key(), value, entry.at()));
    }
    return headers;
  }

  private static Words headerValue(Snippet snippet) {
    if (snippet.text().chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 127)) {
      throw new IllegalArgumentException(
          "a header must not hold a line break or control character");
    }
    return WordsParser.parse(snippet);
  }

  private Map<String, String> tags(Mapping map) {
    Map<String, String> tags = new LinkedHashMap<>();
    for (YamlSource.Entry entry : map.entries("tags")) {
      tags.put(entry.key(), source.snippet(entry.value()).text());
    }
    for (String key : List.of("scenario", "group", "request", "phase", "window")) {
      if (tags.containsKey(key)) {
        source
            .problems()
            .add(map.at("tags"), "a tag must not be named '" + key + "', objectives use that name");
      }
    }
    return tags;
  }

  private List<Extraction> extractions(Mapping map) {
    List<Extraction> extractions = new ArrayList<>();
    for (YamlSource.Entry entry : map.entries("extract")) {
      Selector selector =
          Mapping.parsed(source, entry.value(), SelectorParser::parse, new Selector.Body());
      extractions.add(new Extraction(entry.key(), selector, entry.at()));
    }
    return extractions;
  }

  private List<CheckLine> checks(Mapping map) {
    List<CheckLine> checks = new ArrayList<>();
    for (Node node : map.elements("check")) {
      if (!(node instanceof MappingNode)) {
        addCheck(checks, "", node);
        continue;
      }
      Mapping named = Mapping.of(node, Language.CHECK, source);
      @Nullable Node that = named.find("that");
      if (that != null) {
        addCheck(checks, named.text("name", ""), that);
      }
    }
    return checks;
  }

  private void addCheck(List<CheckLine> checks, String name, Node node) {
    Mapping.parsed(
            source, node, s -> new CheckLine(name, s.text().strip(), CheckParser.parse(s), s.at()))
        .ifPresent(checks::add);
  }

  private List<Tally> tallies(Mapping map) {
    List<Tally> tallies = new ArrayList<>();
    for (YamlSource.Entry entry : map.entries("counts")) {
      boolean failed = source.snippet(entry.value()).text().equals("failed");
      tallies.add(new Tally(entry.key(), failed, entry.at()));
    }
    return tallies;
  }
}
