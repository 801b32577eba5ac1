package io.sluice.engine.measure;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import io.sluice.engine.wire.Clock;
import io.sluice.model.run.Health;
import io.sluice.model.run.Health.Counter;
import io.sluice.model.run.Times;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.LongSupplier;
import org.HdrHistogram.Histogram;

/**
 * What the process and the machine did since the last reading: CPU used and to be had, garbage
 * collection, CPU that a hypervisor or a quota took, clocks, and what sockets need.
 *
 * <p>Read once an interval on the thread that merges them, never on a cell's. Files are read about
 * once a second; what they tell is in the interval in which they were read.
 */
public final class ProcessMeter {
  private static final long FILES_NANOS = 950_000_000;
  private static final long JUMP_NANOS = 50_000_000;

  private final List<GarbageCollectorMXBean> collectors =
      ManagementFactory.getGarbageCollectorMXBeans();
  private final Clock clock;
  private final LongSupplier wallMillis;
  private final HostFiles files;
  private final CpuGroup group;
  private final long portsMax;
  private final Histogram restDelay = Times.fresh();
  private double cores;
  private long read;
  private long filesRead;
  private long wall;
  private long wallRead;
  private long wallDoubt;
  private long cpu = cpuNanos();
  private long gc = gcNanos();
  private long steal;
  private long pressure;
  private long throttled;
  private long throttledNanos;
  private long descriptors;
  private long descriptorsMax;
  private long restFrom;

  /**
   * A meter of this process.
   *
   * @param ends pairs of a local address and a target's address, each of which has all ports
   */
  public ProcessMeter(int ends) {
    this(Clock.startingAt(System.nanoTime()), System::currentTimeMillis, HostFiles.SYSTEM, ends);
  }

  ProcessMeter(Clock clock, LongSupplier wallMillis, HostFiles files, int ends) {
    this.clock = clock;
    this.wallMillis = wallMillis;
    this.files = files;
    group = CpuGroup.of(files);
    portsMax = files.localPorts() * ends;
    read = clock.nanos();
    restFrom = read;
    readWall();
    readFiles(new Health(), read);
  }

  /** The thread that merges the intervals is about to rest. */
  public void restBegins() {
    restFrom = clock.nanos();
  }

  /** It has rested; a rest that was far too long counts for all those that it took the place of. */
  public void restEnds(long wantedNanos) {
    for (long late = clock.nanos() - restFrom - wantedNanos; late >= 0; late -= wantedNanos) {
      Times.record(restDelay, late);
    }
  }

  /** Adds what happened since the last call. */
  public void addTo(Health health) {
    long now = clock.nanos();
    long newCpu = cpuNanos();
    long newGc = gcNanos();
    health.add(Counter.CPU_NANOS, newCpu - cpu);
    health.add(Counter.CPU_AVAILABLE_NANOS, (long) (cores * (now - read)));
    health.add(Counter.GC_NANOS, newGc - gc);
    cpu = newCpu;
    gc = newGc;
    jumps(health);
    read = now;
    if (now - filesRead >= FILES_NANOS) {
      readFiles(health, now);
    }
    health.set(Counter.DESCRIPTORS, descriptors);
    health.set(Counter.DESCRIPTORS_MAX, descriptorsMax);
    health.set(Counter.PORTS_MAX, portsMax);
    health.processDelay().add(restDelay);
    restDelay.reset();
  }

  /**
   * Small steps are how a clock is kept right, millisecond readings are coarse, and a thread may be
   * stopped between the readings of two clocks.
   */
  private void jumps(Health health) {
    long oldWall = wall;
    long oldRead = wallRead;
    long doubt = wallDoubt;
    readWall();
    long apart = Math.abs((wall - oldWall) * 1_000_000 - (wallRead - oldRead));
    if (apart - doubt - wallDoubt >= JUMP_NANOS) {
      health.add(Counter.CLOCK_JUMP_NANOS, apart);
    }
  }

  private void readWall() {
    long before = clock.nanos();
    wall = wallMillis.getAsLong();
    wallRead = clock.nanos();
    wallDoubt = wallRead - before;
  }

  private void readFiles(Health health, long now) {
    filesRead = now;
    cores = Math.min(Runtime.getRuntime().availableProcessors(), group.cores());
    long newSteal = files.stealNanos();
    long newPressure = files.pressureNanos();
    long newThrottled = group.throttled();
    long newThrottledNanos = group.throttledNanos();
    health.add(Counter.STEAL_NANOS, Math.max(0, newSteal - steal));
    health.add(Counter.PRESSURE_NANOS, Math.max(0, newPressure - pressure));
    health.add(Counter.THROTTLED, Math.max(0, newThrottled - throttled));
    health.add(Counter.THROTTLED_NANOS, Math.max(0, newThrottledNanos - throttledNanos));
    steal = newSteal;
    pressure = newPressure;
    throttled = newThrottled;
    throttledNanos = newThrottledNanos;
    if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix) {
      descriptors = Math.max(0, unix.getOpenFileDescriptorCount());
      descriptorsMax = Math.max(0, unix.getMaxFileDescriptorCount());
    }
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
}
