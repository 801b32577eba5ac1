package io.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * docs/k6.md says what the tests say. With {@code -Dgolden.write=true} its tables are written
 * instead: look at the difference before it is kept.
 */
final class K6DocumentTest {
  private static final Path DOCUMENT = Path.of("../docs/k6.md");
  private static final String BEGIN = "<!-- generated: K6DocumentTest -->\n";
  private static final String END = "\n<!-- end -->";

  @Test
  void theTablesAreThoseOfTheTests() throws IOException {
    String document = Files.readString(DOCUMENT);
    int from = document.indexOf(BEGIN) + BEGIN.length();
    int to = document.indexOf(END, from - 1);
    assertTrue(from > BEGIN.length() && to >= 0, "the marks of the tables are there");
    String tables = K6Surface.read().markdown();
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(DOCUMENT, document.substring(0, from) + tables + document.substring(to));
    } else {
      assertEquals(tables, document.substring(from, to));
    }
  }

  @Test
  void allRulesAreDescribed() throws IOException {
    Pattern rule = Pattern.compile("\"([a-z]+(?:-[a-z0-9]+)+|syntax|load)\"");
    Set<String> rules = new TreeSet<>();
    try (Stream<Path> files = Files.list(Path.of("../k6/src/main/java/io/sluice/k6/lint"))) {
      for (Path file :
          files.filter(f -> f.toString().matches(".*(Rule|Linter|LoadFailure)\\.java")).toList()) {
        rule.matcher(Files.readString(file)).results().map(r -> r.group(1)).forEach(rules::add);
      }
    }
    rules.removeAll(Set.of("content-type", "constant-vus", "externally-controlled"));
    String document = Files.readString(DOCUMENT);
    Set<String> described =
        Pattern.compile("(?m)^\\| (`[a-z-]+`(?:, `[a-z-]+`)*) \\|")
            .matcher(document)
            .results()
            .map(MatchResult::group)
            .flatMap(row -> Pattern.compile("`([a-z-]+)`").matcher(row).results())
            .map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(rules, new TreeSet<>(described.stream().filter(rules::contains).toList()));
    assertTrue(rules.size() > 15, rules.toString());
  }
}
