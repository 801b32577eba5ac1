package io.sluice.k6.script.module;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Reads the JavaScript libraries that come as jars, whatever their version. */
final class WebJar {
  private WebJar() {}

  /**
   * The text of a library's file.
   *
   * @param artifact its name among {@code org.webjars.npm}
   */
  static String text(String artifact, String file) {
    var properties = new Properties();
    try (InputStream in =
        stream("/META-INF/maven/org.webjars.npm/" + artifact + "/pom.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    String folder =
        "/META-INF/resources/webjars/" + artifact + "/" + properties.getProperty("version") + "/";
    try (InputStream in = stream(folder + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static InputStream stream(String name) {
    InputStream in = WebJar.class.getResourceAsStream(name);
    if (in == null) {
      throw new IllegalStateException("no resource " + name);
    }
    return in;
  }
}
