package io.sluice.cli;

import io.sluice.k6.run.K6Test;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What there is of k6, as the tests have it: conformance scripts say in {@code // covers:} which
 * names they exercise, and tests of the command line use flags.
 *
 * @param covered the conformance scripts of each name
 * @param refusing the names of these whose script is refused
 * @param commandLine the text of the tests of the command line
 */
record K6Surface(
    Map<String, List<String>> covered, Map<String, List<String>> refusing, String commandLine) {
  private static final Path CONFORMANCE = Path.of("../k6/src/test/resources/conformance");
  private static final Path TESTS = Path.of("test/java/io/sluice/cli");
  private static final Pattern LINE = Pattern.compile("// ([a-z-]+): ?(.*)");

  static K6Surface read() throws IOException {
    Map<String, List<String>> covered = new TreeMap<>();
    Map<String, List<String>> refusing = new TreeMap<>();
    for (Path script : files(CONFORMANCE, ".*\\.[jt]s")) {
      List<String> names = new ArrayList<>();
      boolean refused = false;
      for (String line : Files.readAllLines(script)) {
        Matcher statement = LINE.matcher(line);
        if (!statement.matches()) {
          break;
        }
        if (statement.group(1).equals("covers")) {
          names.addAll(List.of(statement.group(2).split(", ", -1)));
        }
        refused |= statement.group(1).equals("init-error");
      }
      String file = String.valueOf(script.getFileName());
      for (String name : names) {
        (refused ? refusing : covered).computeIfAbsent(name, key -> new ArrayList<>()).add(file);
      }
    }
    StringBuilder text = new StringBuilder();
    for (Path test : files(TESTS, "(K6|ImportK6).*Test\\.java")) {
      text.append(Files.readString(test));
    }
    return new K6Surface(covered, refusing, text.toString());
  }

  private static List<Path> files(Path folder, String name) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> String.valueOf(file.getFileName()).matches(name))
          .sorted()
          .toList();
    }
  }

  static List<String> lines(String resource) throws IOException {
    return Files.readAllLines(Path.of("test/resources/io/sluice/cli").resolve(resource));
  }

  /** The tables in Markdown. */
  String markdown() throws IOException {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, List<String>> section : sections().entrySet()) {
      text.append("\n### ").append(section.getKey()).append("\n\n");
      text.append("| name | | exercised by |\n| --- | --- | --- |\n");
      for (String name : section.getValue()) {
        text.append(row(name));
      }
    }
    text.append("\n### Flags of `k6 run`\n\n| flag | |\n| --- | --- |\n");
    CommandSpec run = CommandSpec.forAnnotatedObject(new K6RunCommand(Console.system()));
    for (String flag : lines("k6-flags.txt")) {
      text.append("| `%s` | %s |\n".formatted(flag, flag(run, flag)));
    }
    return text.toString();
  }

  private static Map<String, List<String>> sections() throws IOException {
    Map<String, List<String>> sections = new LinkedHashMap<>();
    List<String> last = new ArrayList<>();
    for (String line : lines("k6-surface.txt")) {
      if (line.startsWith("# ")) {
        last = new ArrayList<>();
        sections.put(line.substring(2), last);
      } else {
        last.add(line);
      }
    }
    return sections;
  }

  private String row(String name) {
    List<String> tests = scripts(covered, name);
    List<String> refusals = scripts(refusing, name);
    String status;
    if (!tests.isEmpty()) {
      status = "yes";
    } else if (refusals.isEmpty() && commandLine.contains(name)) {
      status = "yes";
      tests = List.of("tests of the command line");
    } else if (refusals.isEmpty() && isThere(name)) {
      status = "partly";
    } else {
      status = "no";
      tests = refusals;
    }
    String shown =
        tests.isEmpty()
            ? ""
            : tests.getFirst()
                + (tests.size() == 1 ? "" : " and %d more".formatted(tests.size() - 1));
    return "| `%s` | %s | %s |\n".formatted(name, status, shown);
  }

  /** The scripts of a name, of one of several, or of one with more words behind it. */
  private static List<String> scripts(Map<String, List<String>> of, String name) {
    List<String> found = new ArrayList<>();
    of.forEach(
        (covered, scripts) -> {
          if (covered.equals(name)
              || covered.startsWith(name + " ")
              || (isModule(name) && covered.startsWith(name + "."))
              || name.startsWith(covered + ", ")) {
            scripts.stream().filter(script -> !found.contains(script)).forEach(found::add);
          }
        });
    return found.stream().sorted().toList();
  }

  private static boolean isModule(String name) {
    return name.matches("(k6|jslib)/[\\w/-]+");
  }

  private static boolean isThere(String name) {
    String module = name.replaceFirst("\\..*", "");
    try (InputStream resource =
        K6Test.class.getResourceAsStream("/io/sluice/k6/modules/" + module + ".js")) {
      return resource != null
          && new String(resource.readAllBytes(), StandardCharsets.UTF_8).contains("export");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private String flag(CommandSpec run, String flag) {
    if (!run.optionsMap().containsKey(flag)) {
      return "no";
    }
    for (String name : run.optionsMap().get(flag).names()) {
      if (commandLine.contains('"' + name + '"') || commandLine.contains('"' + name + "=")) {
        return "yes";
      }
    }
    return "partly";
  }
}
