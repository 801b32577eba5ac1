package io.sluice.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sluice.scenarios.compile.ScenarioOptions;
import io.sluice.scenarios.source.ScenarioException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioFilesTest {
  private static final String GOOD = "journey: [ { get: http://h/ } ]\n" + Samples.PROFILES;

  @TempDir Path folder;

  @Test
  void missing() {
    Path file = folder.resolve("none.yaml");
    assertEquals(file + ": there is no such file", problem(file));
  }

  @Test
  void directory() {
    assertEquals(folder + ": a scenario must be a file, this is a directory", problem(folder));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "\"\" | : the file is empty",
        "23 20 68 69 0a | : the file holds no scenario, only blanks or comments",
        "20 0a | : the file holds no scenario, only blanks or comments",
        "89 50 4e 47 | : the file is not a text in UTF-8",
        "50 4b 03 04 00 00 | : the file is not a text",
        "ff fe 61 00 | : the file is not a text in UTF-8",
        "68 69 | :1:1: a scenario must be a map of keys such as name, journey and profiles, was"
            + " 'hi'",
        "2d 20 61 | :1:1: a scenario must be a map of keys such as name, journey and profiles, was"
            + " a list",
        "61 3a 20 5b | :1:5: not valid YAML: expected the node content, but found '<stream end>'",
        "61 3a 0a 09 62 3a 20 31 | :2:1: not valid YAML: a tab must not indent, use spaces",
        "61 3a 20 01 | : not valid YAML: it holds the character U+0001",
      })
  void bytes(String hex, String message) throws IOException {
    Path file = folder.resolve("x.yaml");
    String[] pairs = hex.isBlank() ? new String[0] : hex.strip().split(" ");
    byte[] content = new byte[pairs.length];
    for (int i = 0; i < pairs.length; i++) {
      content[i] = (byte) Integer.parseInt(pairs[i], 16);
    }
    Files.write(file, content);
    assertEquals(file + message, problem(file));
  }

  @Test
  void byteOrderMarkIsSkipped() throws IOException {
    Path file = folder.resolve("marked.yaml");
    Files.writeString(file, "\uFEFF" + GOOD);
    assertEquals("marked", Scenarios.load(file, ScenarioOptions.NONE).plan().name());
  }

  @Test
  void tooLarge() throws IOException {
    Path file = folder.resolve("large.yaml");
    byte[] blanks = new byte[8 * 1024 * 1024 + 1];
    Arrays.fill(blanks, (byte) ' ');
    Files.write(file, blanks);
    assertEquals(file + ": a scenario must be smaller than 8 MiB", problem(file));
  }

  @Test
  void textIsReadAsUtf8() throws IOException {
    Path file = folder.resolve("x.yaml");
    Files.write(file, ("name: käse\n" + GOOD).getBytes(StandardCharsets.UTF_8));
    assertEquals("käse", Scenarios.load(file, ScenarioOptions.NONE).plan().name());
  }

  private static String problem(Path file) {
    return assertThrows(ScenarioException.class, () -> Scenarios.load(file, ScenarioOptions.NONE))
        .problems()
        .getFirst()
        .toString();
  }
}
