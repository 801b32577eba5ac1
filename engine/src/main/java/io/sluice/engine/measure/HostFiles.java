package io.sluice.engine.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The files in which Linux tells of the machine and of the process; what is not there, or cannot be
 * read, is unknown.
 *
 * @param proc usually {@code /proc}, see proc(5)
 * @param cgroups usually {@code /sys/fs/cgroup}, see cgroups(7)
 */
record HostFiles(Path proc, Path cgroups) {
  /** Of this machine. */
  static final HostFiles SYSTEM = new HostFiles(Path.of("/proc"), Path.of("/sys/fs/cgroup"));

  private static final long NANOS_PER_TICK = 10_000_000; // USER_HZ is 100 on every Linux
  private static final int STEAL_FIELD = 8;

  /** CPU nanoseconds that a hypervisor took away, all cores, since the machine started. */
  long stealNanos() {
    return lines(proc.resolve("stat")).stream()
        .filter(line -> line.startsWith("cpu "))
        .map(line -> line.split("\\s+", -1))
        .filter(fields -> fields.length > STEAL_FIELD)
        .mapToLong(fields -> number(fields[STEAL_FIELD]) * NANOS_PER_TICK)
        .findFirst()
        .orElse(0);
  }

  /** Nanoseconds in which some thread of the machine waited for a CPU, since it started. */
  long pressureNanos() {
    return lines(proc.resolve("pressure/cpu")).stream()
        .filter(line -> line.startsWith("some "))
        .mapToLong(line -> 1000 * number(line.replaceFirst(".*total=", "")))
        .findFirst()
        .orElse(0);
  }

  /** How many local ports the system chooses from; 0 if unknown. */
  long localPorts() {
    List<String> lines = lines(proc.resolve("sys/net/ipv4/ip_local_port_range"));
    String[] ends = lines.isEmpty() ? new String[0] : lines.getFirst().strip().split("\\s+", -1);
    return ends.length == 2 ? Math.max(0, number(ends[1]) - number(ends[0]) + 1) : 0;
  }

  /** The lines of a file; none if it cannot be read. */
  static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      return List.of();
    }
  }

  /** A decimal number; 0 of what is none. */
  static long number(String text) {
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
