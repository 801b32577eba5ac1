package io.sluice.engine.measure;

import com.sun.management.OperatingSystemMXBean;
import io.sluice.model.run.Health;
import io.sluice.model.run.Health.Counter;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the process and the machine did since the last reading: CPU time, garbage collection, and
 * CPU that a hypervisor took ({@code steal} of {@code /proc/stat}, proc(5)).
 */
public final class ProcessMeter {
  private static final Path STAT = Path.of("/proc/stat");
  private static final long NANOS_PER_TICK = 10_000_000; // USER_HZ is 100 on every Linux
  private final List<GarbageCollectorMXBean> collectors =
      ManagementFactory.getGarbageCollectorMXBeans();
  private long cpu = cpuNanos();
  private long gc = gcNanos();
  private long steal = stealNanos();

  /** Adds what happened since the last call. */
  public void addTo(Health health) {
    long newCpu = cpuNanos();
    long newGc = gcNanos();
    long newSteal = stealNanos();
    health.add(Counter.CPU_NANOS, newCpu - cpu);
    health.add(Counter.GC_NANOS, newGc - gc);
    health.add(Counter.STEAL_NANOS, newSteal - steal);
    cpu = newCpu;
    gc = newGc;
    steal = newSteal;
  }

  private static long cpuNanos() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean os
        ? Math.max(0, os.getProcessCpuTime())
        : 0;
  }

  private long gcNanos() {
    long millis = 0;
    for (GarbageCollectorMXBean collector : collectors) {
      // Concurrent work is no pause: only the collectors' pauses count.
      if (!collector.getName().contains("Concurrent") && !collector.getName().contains("Cycles")) {
        millis += Math.max(0, collector.getCollectionTime());
      }
    }
    return millis * 1_000_000;
  }

  private static long stealNanos() {
    if (!Files.isReadable(STAT)) {
      return 0;
    }
    try (var lines = Files.lines(STAT)) {
      String[] fields = lines.findFirst().orElse("").split("\\s+", -1);
      return fields.length > 8 ? Long.parseLong(fields[8]) * NANOS_PER_TICK : 0;
    } catch (IOException | NumberFormatException e) {
      return 0;
    }
  }
}
