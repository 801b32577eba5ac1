package io.sluice.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The folder of one run.
 *
 * @param path where it lies
 */
record RunFolder(Path path) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss", Locale.ROOT);

  /** Makes {@code runs/<time>-<name>} below the working directory. */
  static RunFolder create(String name, Instant now) {
    String safe = name.replaceAll("[^A-Za-z0-9._-]+", "-");
    String stem = TIME.format(now.atZone(ZoneId.systemDefault())) + "-" + safe;
    Path runs = Path.of("runs");
    try {
      Files.createDirectories(runs);
      for (int i = 1; ; i++) {
        Path path = runs.resolve(i == 1 ? stem : stem + "-" + i);
        try {
          return new RunFolder(Files.createDirectory(path));
        } catch (FileAlreadyExistsException e) {
          // another run of the same second: the next number
        }
      }
    } catch (IOException e) {
      throw new UserMistake("cannot make the folder " + runs.toAbsolutePath() + ": " + e);
    }
  }

  /** Makes the folder that the user named; it must not exist, or be empty. */
  static RunFolder create(Path path) {
    requireFree(path);
    try {
      return new RunFolder(Files.createDirectories(path));
    } catch (IOException e) {
      throw new UserMistake("--out " + path + ": cannot make the folder: " + e);
    }
  }

  /** Throws unless the folder that the user named is new or empty; makes nothing. */
  static void requireFree(Path path) {
    if (Files.notExists(path)) {
      return;
    }
    if (!Files.isDirectory(path)) {
      throw new UserMistake("--out " + path + ": expected a new or an empty folder, was a file");
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
      if (files.iterator().hasNext()) {
        throw new UserMistake(
            "--out " + path + ": the folder is not empty; expected a new or an empty one");
      }
    } catch (IOException e) {
      throw new UserMistake("--out " + path + ": cannot read the folder: " + e);
    }
  }

  /** A folder that a run has left. */
  static RunFolder open(Path path) {
    RunFolder folder = new RunFolder(path);
    if (!Files.isDirectory(path)) {
      throw new UserMistake(path + ": no such folder; expected the folder of a run");
    }
    if (!Files.isRegularFile(folder.plan()) || !Files.isRegularFile(folder.log())) {
      throw new UserMistake(
          path + ": not the folder of a run; expected plan.json and run.log in it");
    }
    return folder;
  }

  /** What the run is called: the name of its folder. */
  String name() {
    return String.valueOf(path.toAbsolutePath().normalize().getFileName());
  }

  Path plan() {
    return path.resolve("plan.json");
  }

  Path log() {
    return path.resolve("run.log");
  }
}
