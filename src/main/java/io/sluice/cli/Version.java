package io.sluice.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** This program's version, as the build wrote it. */
final class Version implements IVersionProvider {
  static String current() {
    Properties properties = new Properties();
    try (InputStream in = Version.class.getResourceAsStream("/sluice.properties")) {
      if (in == null) {
        throw new IllegalStateException("the build left out sluice.properties");
      }
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }

  @Override
  public String[] getVersion() {
    return new String[] {"sluice " + current() + " (Java " + Runtime.version() + ")"};
  }
}
