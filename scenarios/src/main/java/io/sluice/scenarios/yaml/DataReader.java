package io.sluice.scenarios.yaml;

import io.sluice.model.plan.DataSource;
import io.sluice.scenarios.text.WordsParser;
import io.sluice.scenarios.tree.Scenario.DataTable;
import io.sluice.scenarios.tree.Words;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads lists and tables of the scenario's data. */
final class DataReader {
  private final YamlSource source;

  DataReader(YamlSource source) {
    this.source = source;
  }

  List<DataTable> tables(List<YamlSource.Entry> entries) {
    return entries.stream().map(this::table).toList();
  }

  private DataTable table(YamlSource.Entry entry) {
    List<Node> elements = YamlSource.elements(entry.value());
    List<String> columns =
        elements.getFirst() instanceof MappingNode
            ? source.entries(elements.getFirst()).stream().map(YamlSource.Entry::key).toList()
            : List.of(DataSource.VALUE);
    List<List<Node>> rows = new ArrayList<>();
    for (Node element : elements) {
      List<Node> row = row(entry, columns, element, elements.getFirst());
      if (row.size() == columns.size()) {
        rows.add(row);
      }
    }
    if (columns.isEmpty()) {
      source.problems().add(entry.at(), "a row of '" + entry.key() + "' must have columns");
    }
    List<Boolean> numeric = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      int column = i;
      numeric.add(rows.stream().allMatch(row -> YamlSource.isNumber(row.get(column))));
    }
    return new DataTable(
        entry.key(),
        columns,
        numeric,
        rows.stream().map(row -> row.stream().map(this::words).toList()).toList(),
        entry.at());
  }

  /** The values in the columns' order; fewer where some are missing, which is then noted. */
  private List<Node> row(YamlSource.Entry table, List<String> columns, Node node, Node first) {
    if (node instanceof MappingNode != first instanceof MappingNode) {
      source
          .problems()
          .add(
              source.at(node),
              "all rows of '%s' must be alike, the first is %s and this is %s"
                  .formatted(table.key(), YamlSource.describe(first), YamlSource.describe(node)));
      return List.of();
    }
    if (!(node instanceof MappingNode)) {
      return List.of(node);
    }
    List<YamlSource.Entry> entries = source.entries(node);
    for (YamlSource.Entry entry : entries) {
      if (!columns.contains(entry.key())) {
        source
            .problems()
            .add(
                entry.at(),
                "the first row of '%s' has no column '%s'".formatted(table.key(), entry.key()),
                entry.key(),
                columns);
      }
    }
    List<Node> values = new ArrayList<>();
    for (String column : columns) {
      entries.stream()
          .filter(entry -> entry.key().equals(column))
          .findFirst()
          .ifPresentOrElse(
              entry -> values.add(entry.value()),
              () ->
                  source
                      .problems()
                      .add(
                          source.at(node),
                          "a row of '%s' must have the column '%s'"
                              .formatted(table.key(), column)));
    }
    return values;
  }

  private Words words(Node node) {
    return Mapping.parsed(source, node, WordsParser::parse, Words.missing(source.at(node)));
  }
}
