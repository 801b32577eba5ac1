package io.sluice.reports.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads files of the class path. */
final class Resource {
  private Resource() {}

  /** The text of a file beside this package, with line feeds. */
  static String own(String name) {
    return read("/io/sluice/reports/html/" + name).replace("\r\n", "\n");
  }

  /** The text of a file at an absolute path of the class path. */
  static String read(String path) {
    try (InputStream in = Resource.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("the class path lacks " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
