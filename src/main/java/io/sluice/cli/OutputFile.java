package io.sluice.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a file that the user named in an option. */
final class OutputFile {
  private OutputFile() {}

  /** Throws unless the file can lie there; makes nothing. */
  static void requirePossible(String option, Path file) {
    Path parent = file.toAbsolutePath().getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      throw new UserMistake("%s %s: there is no folder %s".formatted(option, file, parent));
    }
    if (Files.isDirectory(file)) {
      throw new UserMistake("%s %s: expected a file, this is a folder".formatted(option, file));
    }
  }

  /** Writes the text in UTF-8, in place of what is there. */
  static void write(String option, Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UserMistake("%s %s: cannot be written: %s".formatted(option, file, e));
    }
  }
}
