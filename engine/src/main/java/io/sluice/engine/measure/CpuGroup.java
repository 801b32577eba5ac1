package io.sluice.engine.measure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The cgroups that limit the CPU of the process: its own and those around it, of version 2 or 1
 * (cgroups(7); Linux, Documentation/admin-guide/cgroup-v2.rst and scheduler/sched-bwc.rst).
 */
final class CpuGroup {
  private static final String SECOND_VERSION = "0::";

  private final List<Path> folders;

  private CpuGroup(List<Path> folders) {
    this.folders = List.copyOf(folders);
  }

  /** The process's own; without limits where it has none. */
  static CpuGroup of(HostFiles files) {
    List<Path> folders = new ArrayList<>();
    for (String line : HostFiles.lines(files.proc().resolve("self/cgroup"))) {
      String[] parts = line.split(":", 3);
      if (line.startsWith(SECOND_VERSION)) {
        addWithParents(folders, files.cgroups(), parts[2]);
      } else if (parts.length == 3 && List.of(parts[1].split(",", -1)).contains("cpu")) {
        addWithParents(folders, files.cgroups().resolve(parts[1]), parts[2]);
        addWithParents(folders, files.cgroups().resolve("cpu"), parts[2]);
      }
    }
    return new CpuGroup(folders);
  }

  /** In a container the path may be of the host's tree: then the root is the process's own. */
  private static void addWithParents(List<Path> folders, Path root, String path) {
    Path folder = root.resolve(path.replaceFirst("^/+", "")).normalize();
    if (!Files.isDirectory(folder)) {
      folder = root;
    }
    while (folder != null && folder.startsWith(root)) {
      boolean known = folders.contains(folder) || !Files.isReadable(folder.resolve("cpu.stat"));
      if (!known) {
        folders.add(folder);
      }
      folder = folder.getParent();
    }
  }

  /** How many cores' time the narrowest quota allows; positive infinity without one. */
  double cores() {
    return folders.stream().mapToDouble(CpuGroup::cores).min().orElse(Double.POSITIVE_INFINITY);
  }

  private static double cores(Path folder) {
    List<String> second = HostFiles.lines(folder.resolve("cpu.max"));
    if (!second.isEmpty()) {
      String[] fields = second.getFirst().split(" ", -1);
      return quota(fields[0], fields.length > 1 ? fields[1] : "");
    }
    List<String> quota = HostFiles.lines(folder.resolve("cpu.cfs_quota_us"));
    List<String> period = HostFiles.lines(folder.resolve("cpu.cfs_period_us"));
    return quota.isEmpty() || period.isEmpty()
        ? Double.POSITIVE_INFINITY
        : quota(quota.getFirst(), period.getFirst());
  }

  /** No quota is {@code max} in version 2 and -1 in version 1. */
  private static double quota(String quota, String period) {
    long micros = HostFiles.number(quota);
    long every = HostFiles.number(period);
    return micros > 0 && every > 0 ? (double) micros / every : Double.POSITIVE_INFINITY;
  }

  /** Periods in which a quota ran out, since the groups were made. */
  long throttled() {
    return sum("nr_throttled", 1);
  }

  /** Nanoseconds for which threads were stopped because a quota had run out. */
  long throttledNanos() {
    return sum("throttled_usec", 1000) + sum("throttled_time", 1);
  }

  private long sum(String key, long unit) {
    long sum = 0;
    for (Path folder : folders) {
      for (String line : HostFiles.lines(folder.resolve("cpu.stat"))) {
        if (line.startsWith(key + " ")) {
          sum += unit * HostFiles.number(line.substring(key.length()));
        }
      }
    }
    return sum;
  }
}
