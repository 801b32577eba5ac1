package io.sluice.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares a text with a file of {@code src/test/resources/io/sluice/reports/golden}. With {@code
 * -Dgolden.write=true} the file is written instead: look at the difference before it is kept.
 */
public final class Golden {
  private static final String FOLDER = "/io/sluice/reports/golden/";

  private Golden() {}

  public static void assertGolden(String name, String actual) throws IOException {
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(Path.of("src/test/resources" + FOLDER + name), actual);
      return;
    }
    try (InputStream in = Golden.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new AssertionError("no golden file " + name);
      }
      String expected = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(expected.replace("\r\n", "\n"), actual);
    }
  }
}
