package io.sluice.reports;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files that are whole or not there: under another name first, then moved. */
final class WholeFiles {
  private final Path folder;

  WholeFiles(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  /** Writes a text in UTF-8, in place of what has that name. */
  void write(String name, String text) throws IOException {
    Path unfinished = folder.resolve("." + name + ".part");
    try {
      Files.writeString(unfinished, text);
      move(unfinished, folder.resolve(name));
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
