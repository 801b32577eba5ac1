package io.sluice.reports.html;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The chart library uPlot, as its WebJar has it, with its licence. */
record Uplot(String version, String script, String styles) {
  private static final String WEBJAR = "org.webjars.npm/uplot";

  /** Reads it from the class path. */
  static Uplot load() {
    Properties properties = new Properties();
    try {
      properties.load(
          new StringReader(Resource.read("/META-INF/maven/" + WEBJAR + "/pom.properties")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String version = properties.getProperty("version", "");
    String folder = "/META-INF/resources/webjars/uplot/" + version + "/";
    String notice = "/*!\n" + Resource.read(folder + "LICENSE").strip() + "\n*/\n";
    return new Uplot(
        version,
        notice + Resource.read(folder + "dist/uPlot.iife.min.js"),
        Resource.read(folder + "dist/uPlot.min.css"));
  }
}
