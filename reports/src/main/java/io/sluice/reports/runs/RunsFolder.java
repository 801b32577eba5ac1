package io.sluice.reports.runs;

import io.sluice.reports.RunReports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The runs below a folder. A judged run is read again only when its files have changed. Symbolic
 * links are passed over: they may lead anywhere. Thread-safe.
 */
public final class RunsFolder {
  private record Stamp(FileTime summary, FileTime verdict, List<String> files) {}

  private record Known(Stamp stamp, ListedRun run) {}

  private final Path folder;
  private final FileNames names;
  private final Clock clock;
  private final Map<String, Known> known = new HashMap<>();

  /**
   * The runs below a folder.
   *
   * @param clock says which logs are still being written
   */
  public RunsFolder(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
    names = new FileNames(folder);
  }

  /**
   * All of them, the newest first.
   *
   * @throws IOException if the folder cannot be read
   */
  public synchronized List<ListedRun> list() throws IOException {
    List<ListedRun> runs = new ArrayList<>();
    Map<String, Known> found = new HashMap<>();
    try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
      for (Path child : children) {
        String name = String.valueOf(child.getFileName());
        List<String> files = names.in(name);
        if (files.contains(FileNames.LOG)) {
          ListedRun run = run(child, name, files, found);
          runs.add(run);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    known.clear();
    known.putAll(found);
    runs.sort(Comparator.comparing(ListedRun::started).thenComparing(ListedRun::folder).reversed());
    return runs;
  }

  private ListedRun run(Path child, String name, List<String> files, Map<String, Known> found)
      throws IOException {
    try {
      if (!files.contains(RunReports.VERDICT) || !files.contains(RunReports.SUMMARY)) {
        return new UnfinishedRun(child, name, files).read(clock);
      }
      Stamp stamp =
          new Stamp(
              modified(child.resolve(RunReports.SUMMARY)),
              modified(child.resolve(RunReports.VERDICT)),
              files);
      Known before = known.get(name);
      Known now =
          before != null && before.stamp.equals(stamp)
              ? before
              : new Known(stamp, judged(child, name, files));
      found.put(name, now);
      return now.run;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static ListedRun judged(Path child, String name, List<String> files) throws IOException {
    try {
      return new ListedRun.Judged(name, RunFiles.read(child, name), files);
    } catch (IOException e) {
      return new ListedRun.Unjudged(
          name,
          "",
          modified(child.resolve(FileNames.LOG)).toInstant(),
          "It cannot be shown: " + e.getMessage() + ".",
          files);
    }
  }

  static FileTime modified(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
        .lastModifiedTime();
  }
}
