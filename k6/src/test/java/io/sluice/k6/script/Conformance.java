package io.sluice.k6.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a conformance script says of itself in its leading comments, one statement a line.
 *
 * <pre>
 *   // covers: k6/http.get, params.headers      the rows of docs/k6.md that it exercises
 *   // run: 2 iterations                        how often it is called; 1 if not said
 *   // env: NAME=value                          a variable of __ENV
 *   // option: throw                            an option for requests that is on
 *   // console: INFO a line                     what it logs, line by line, in order, WHOLE list
 *   // check: name 2/0                          passes and fails of a check; WHOLE list if there is any
 *   // sample: name{tag:value} 3                how many samples of a metric have these tags
 *   // value: name{tag:value} 1.5               the sum of their values
 *   // hops: 2                                  how many requests were sent
 *   // slept: 1.5                               how many seconds it slept
 *   // error: TypeError: x is not a function    what ended its last iteration, as the beginning of the message
 *   // error-at: 12:3                           line and column of the innermost frame
 *   // init-error: …                            what ended its init stage, as a part of the message
 *   // mark: aborted: reason                    what the run was told
 * </pre>
 *
 * <p>{@code BASE_URL} is always in the environment.
 */
record Conformance(String name, Map<String, List<String>> statements) {
  private static final Pattern STATEMENT = Pattern.compile("// ([a-z-]+): ?(.*)");

  static Conformance read(Path file) throws IOException {
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
    return new Conformance(String.valueOf(file.getFileName()), statements);
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
