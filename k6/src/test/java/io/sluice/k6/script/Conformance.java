package io.sluice.k6.script;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.ThrowingConsumer;

/**
 * What a conformance script says of itself in its leading comments, one statement a line.
 *
 * <pre>
 *   // covers: k6/http.get, params.headers      the rows of docs/k6.md that it exercises
 *   // run: 2 iterations                        how often it is called; 1 if not said
 *   // env: NAME=value                          a variable of __ENV
 *   // option: throw                            an option for requests that is on
 *   // console: INFO a line                     what it logs, line by line, in order, WHOLE list
 *   // wire-console: INFO # ms                  the same over a wire, where it differs; # is any number
 *   // check: name 2/0                          passes and fails of a check; WHOLE list if there is any
 *   // sample: name{tag:value} 3                how many samples of a metric have these tags
 *   // value: name{tag:value} 1.5               the sum of their values
 *   // time: name{tag:value} 12                 the same for a time of the fake; over a wire above 0
 *   // hops: 2                                  how many requests were sent
 *   // slept: 1.5                               how many seconds it slept
 *   // error: TypeError: x is not a function    what ended its last iteration, as the beginning of the message
 *   // error-at: 12:3                           line and column of the innermost frame
 *   // init-error: …                            what ended its init stage, as a part of the message
 *   // mark: failed                             what the run was told
 * </pre>
 *
 * <p>Where the deployment is, is always in the environment: see {@link Sites}.
 */
record Conformance(Path file, Map<String, List<String>> statements) {
  private static final Path FOLDER = Path.of("src/test/resources/conformance");
  private static final Pattern STATEMENT = Pattern.compile("// ([a-z-]+): ?(.*)");
  private static final Set<String> KNOWN =
      Set.of(
          "covers",
          "run",
          "env",
          "option",
          "console",
          "wire-console",
          "check",
          "sample",
          "value",
          "time",
          "hops",
          "slept",
          "error",
          "error-at",
          "init-error",
          "mark");

  /** A test for each script. */
  static Stream<DynamicTest> tests(ThrowingConsumer<Conformance> test) throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().matches(".*\\.[jt]s"))
          .sorted()
          .map(file -> DynamicTest.dynamicTest(name(file), () -> test.accept(read(file))))
          .toList()
          .stream();
    }
  }

  private static Conformance read(Path file) throws IOException {
    Map<String, List<String>> statements = new LinkedHashMap<>();
    for (String line : Files.readAllLines(file)) {
      var statement = STATEMENT.matcher(line);
      if (!statement.matches()) {
        break;
      }
      statements
          .computeIfAbsent(statement.group(1), key -> new ArrayList<>())
          .add(statement.group(2));
    }
    assertTrue(statements.containsKey("covers"), "says what it covers");
    assertTrue(KNOWN.containsAll(statements.keySet()), statements.keySet().toString());
    return new Conformance(file, statements);
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  String name() {
    return name(file);
  }

  int iterations() {
    return Integer.parseInt(one("run", "1 iteration").split(" ", 2)[0]);
  }

  List<String> all(String key) {
    return statements.getOrDefault(key, List.of());
  }

  boolean has(String key) {
    return statements.containsKey(key);
  }

  String one(String key, String otherwise) {
    return has(key) ? all(key).getFirst() : otherwise;
  }
}
