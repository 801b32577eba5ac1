package io.sluice.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

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

  /** Fills a file. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Writes the file whole or not at all: under another name first, then moved. */
  static void write(String option, Path file, Content content) {
    Path unfinished = file.resolveSibling("." + file.getFileName() + ".part");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
        content.writeTo(out);
      }
      Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UserMistake("%s %s: cannot be written: %s".formatted(option, file, e));
    } finally {
      delete(unfinished);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // it stays, under a name that says what it is
    }
  }
}
