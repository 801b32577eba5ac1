package io.sluice.reports.runs;

import io.sluice.reports.CapacityReports;
import io.sluice.reports.RunReports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which files of a run may be opened, and what they are: these and no others. Immutable. */
public final class FileNames {
  /** Name of the file that every run has from its first second. */
  static final String LOG = "run.log";

  private static final String JSON = "application/json";
  private static final String TEXT = "text/plain; charset=utf-8";
  private static final String XML = "application/xml";

  /** In the order in which they are listed. */
  private static final Map<String, String> TYPES = types();

  private final Path folder;

  /** The files of the runs below a folder. */
  public FileNames(Path folder) {
    this.folder = folder;
  }

  private static Map<String, String> types() {
    Map<String, String> types = new LinkedHashMap<>();
    types.put(RunReports.PAGE, "text/html; charset=utf-8");
    types.put(RunReports.SUMMARY, JSON);
    types.put(RunReports.VERDICT, JSON);
    types.put(RunReports.JUNIT, XML);
    types.put(RunReports.MARKDOWN, TEXT);
    types.put(RunReports.BADGE, JSON);
    types.put("comparison.json", JSON);
    types.put("comparison.md", TEXT);
    types.put(CapacityReports.JSON, JSON);
    types.put(CapacityReports.PAGE, "text/html; charset=utf-8");
    types.put(CapacityReports.MARKDOWN, TEXT);
    types.put("plan.json", JSON);
    types.put(LOG, TEXT);
    return Collections.unmodifiableMap(types);
  }

  /** The media type of a file of that name; empty if none may be opened. */
  public static String type(String name) {
    return TYPES.getOrDefault(name, "");
  }

  /** Those that a run has; none where there is no such run. */
  List<String> in(String run) {
    return TYPES.keySet().stream().filter(name -> find(run, name).isPresent()).toList();
  }

  /**
   * A file of a run: a regular file of one of the names, directly in a folder that is directly in
   * the folder of all runs, with no symbolic link on the way.
   */
  public Optional<Path> find(String run, String name) {
    boolean plain =
        !run.isEmpty()
            && !run.startsWith(".")
            && run.indexOf('/') < 0
            && run.indexOf('\\') < 0
            && run.indexOf('\0') < 0;
    if (!plain || !TYPES.containsKey(name)) {
      return Optional.empty();
    }
    Path place = folder.resolve(run);
    Path file = place.resolve(name);
    return Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)
            && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
            && isInside(file)
        ? Optional.of(file)
        : Optional.empty();
  }

  private boolean isInside(Path file) {
    try {
      return file.toRealPath().startsWith(folder.toRealPath());
    } catch (IOException e) {
      return false;
    }
  }
}
