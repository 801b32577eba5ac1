package io.sluice.truth;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line in a process of its own: by the launcher that the system property {@value
 * #LAUNCHER} names, or from this process's class path.
 */
final class SluiceProcess {
  private static final String LAUNCHER = "truth.sluice";

  private SluiceProcess() {}

  /** Starts it; what it prints goes to a file. */
  static Process start(Path output, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(launcher());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
  }

  private static List<String> launcher() {
    String launcher = System.getProperty(LAUNCHER, "");
    return launcher.isEmpty()
        ? List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path", "." + File.pathSeparator),
            "io.sluice.cli.Main")
        : List.of(launcher);
  }
}
