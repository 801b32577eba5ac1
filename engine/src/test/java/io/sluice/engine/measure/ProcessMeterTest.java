package io.sluice.engine.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.engine.fake.ManualClock;
import io.sluice.model.run.Health;
import io.sluice.model.run.Health.Counter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessMeterTest {
  private static final long MILLI = 1_000_000;
  private static final long SECOND = 1000 * MILLI;

  private final ManualClock clock = new ManualClock();
  private long wall;
  private Path root;
  private HostFiles files;

  @BeforeEach
  void place(@TempDir Path folder) {
    root = folder;
    files = new HostFiles(root.resolve("proc"), root.resolve("cgroup"));
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private void host(int steal, long waitedMicros) throws IOException {
    write(
        "proc/stat",
        "cpu  10 20 30 40 50 60 70 %d 0 0\ncpu0 1 2 3 4 5 6 7 8 0 0\n".formatted(steal));
    write(
        "proc/pressure/cpu",
        "some avg10=1.00 avg60=2.00 avg300=3.00 total=%d\nfull avg10=0.00 avg60=0.00 avg300=0.00 total=0\n"
            .formatted(waitedMicros));
    write("proc/sys/net/ipv4/ip_local_port_range", "32768\t60999\n");
  }

  private ProcessMeter meter(int ends) {
    return new ProcessMeter(clock, () -> wall, files, ends);
  }

  private Health after(ProcessMeter meter, long nanos) {
    clock.advance(nanos);
    wall += nanos / MILLI;
    Health health = new Health();
    meter.addTo(health);
    return health;
  }

  @Test
  void readsWhatTheMachineDidSinceTheLastReading() throws IOException {
    host(100, 5000);
    ProcessMeter meter = meter(3);
    host(107, 25_000);
    Health health = after(meter, SECOND);
    assertEquals(70 * MILLI, health.get(Counter.STEAL_NANOS), "seven ticks of 10 ms");
    assertEquals(20 * MILLI, health.get(Counter.PRESSURE_NANOS));
    assertEquals(3 * 28_232, health.get(Counter.PORTS_MAX));
    assertTrue(health.get(Counter.DESCRIPTORS) > 0);
    assertTrue(health.get(Counter.DESCRIPTORS) < health.get(Counter.DESCRIPTORS_MAX));
    assertEquals(0, after(meter, SECOND).get(Counter.STEAL_NANOS));
  }

  @Test
  void readsFilesOnceASecondAtMost() throws IOException {
    host(100, 0);
    ProcessMeter meter = meter(1);
    host(109, 0);
    for (int slice = 1; slice < 10; slice++) {
      assertEquals(0, after(meter, 100 * MILLI).get(Counter.STEAL_NANOS));
    }
    Health health = after(meter, 100 * MILLI);
    assertEquals(90 * MILLI, health.get(Counter.STEAL_NANOS), "of the whole second");
    assertTrue(health.get(Counter.DESCRIPTORS) > 0);
  }

  @Test
  void aMachineThatTellsNothingIsNoTrouble() throws IOException {
    Health health = after(meter(1), SECOND);
    assertEquals(0, health.get(Counter.STEAL_NANOS));
    assertEquals(0, health.get(Counter.THROTTLED_NANOS));
    assertEquals(0, health.get(Counter.PORTS_MAX));
    int cpus = Runtime.getRuntime().availableProcessors();
    assertEquals(cpus * SECOND, health.get(Counter.CPU_AVAILABLE_NANOS));
    write("proc/stat", "cpu 1 2\n");
    write("proc/pressure/cpu", "some\n");
    write("proc/self/cgroup", "nonsense\n");
    write("proc/sys/net/ipv4/ip_local_port_range", "32768\n");
    assertEquals(0, after(meter(1), SECOND).get(Counter.PRESSURE_NANOS));
  }

  @Test
  void aQuotaOfTheOwnGroupAndOfThoseAroundIt() throws IOException {
    write("proc/self/cgroup", "0::/pod/app\n");
    write("cgroup/pod/cpu.max", "50000 100000\n");
    write("cgroup/pod/cpu.stat", "usage_usec 1\nnr_periods 9\nnr_throttled 1\nthrottled_usec 10\n");
    write("cgroup/pod/app/cpu.max", "max 100000\n");
    write("cgroup/pod/app/cpu.stat", "nr_periods 0\nnr_throttled 0\nthrottled_usec 0\n");
    ProcessMeter meter = meter(1);
    write("cgroup/pod/cpu.stat", "usage_usec 1\nnr_throttled 4\nthrottled_usec 150010\n");
    Health health = after(meter, SECOND);
    assertEquals(SECOND / 2, health.get(Counter.CPU_AVAILABLE_NANOS));
    assertEquals(3, health.get(Counter.THROTTLED));
    assertEquals(150 * MILLI, health.get(Counter.THROTTLED_NANOS));
  }

  @Test
  void theFirstVersionOfGroupsCountsNanoseconds() throws IOException {
    write("proc/self/cgroup", "4:memory:/x\n3:cpu,cpuacct:/app\n");
    write("cgroup/cpu,cpuacct/app/cpu.cfs_quota_us", "25000\n");
    write("cgroup/cpu,cpuacct/app/cpu.cfs_period_us", "100000\n");
    write("cgroup/cpu,cpuacct/app/cpu.stat", "nr_periods 1\nnr_throttled 1\nthrottled_time 5\n");
    ProcessMeter meter = meter(1);
    write("cgroup/cpu,cpuacct/app/cpu.stat", "nr_periods 2\nnr_throttled 2\nthrottled_time 77\n");
    Health health = after(meter, SECOND);
    assertEquals(SECOND / 4, health.get(Counter.CPU_AVAILABLE_NANOS));
    assertEquals(1, health.get(Counter.THROTTLED));
    assertEquals(72, health.get(Counter.THROTTLED_NANOS));
  }

  @Test
  void aPathOfTheHostsTreeMeansTheRootOfTheContainers() throws IOException {
    write("proc/self/cgroup", "0::/kubepods/pod1/abc\n");
    write("cgroup/cpu.max", "10000 100000\n");
    write("cgroup/cpu.stat", "nr_throttled 0\nthrottled_usec 0\n");
    assertEquals(
        SECOND / 10, after(meter(1), SECOND).get(Counter.CPU_AVAILABLE_NANOS), "a tenth of a core");
  }

  @ParameterizedTest
  @CsvSource({
    "1000, 1000, 0", // both go on
    "1000, 1020, 0", // a clock that is kept right
    "1000, 5000, 4000", // set forward, or the machine slept
    "1000, -1000, 2000", // set back
  })
  void theWallClockShouldGoAsTheMonotonicOneDoes(long monotonic, long wallMoved, long jump)
      throws IOException {
    ProcessMeter meter = meter(1);
    clock.advance(monotonic * MILLI);
    wall += wallMoved;
    Health health = new Health();
    meter.addTo(health);
    assertEquals(jump * MILLI, health.get(Counter.CLOCK_JUMP_NANOS));
  }

  @Test
  void aThreadThatIsStoppedBetweenTwoClocksHasSeenNoJump() {
    boolean[] stopped = {false};
    ProcessMeter meter =
        new ProcessMeter(
            clock,
            () -> {
              if (stopped[0]) {
                clock.advance(2 * SECOND);
              }
              return wall;
            },
            files,
            1);
    stopped[0] = true;
    assertEquals(0, after(meter, SECOND).get(Counter.CLOCK_JUMP_NANOS));
    stopped[0] = false;
    wall += 2000;
    assertEquals(0, after(meter, SECOND).get(Counter.CLOCK_JUMP_NANOS));
  }

  @Test
  void aProcessThatWasStoppedRestedTooLong() {
    ProcessMeter meter = meter(1);
    meter.restBegins();
    clock.advance(20 * MILLI);
    meter.restEnds(20 * MILLI);
    meter.restBegins();
    clock.advance(2020 * MILLI);
    meter.restEnds(20 * MILLI);
    Health health = after(meter, SECOND);
    assertEquals(1 + 101, health.processDelay().getTotalCount());
    assertEquals(2.0, health.processDelay().getMaxValue() / 1e6, 0.002);
    assertEquals(0, after(meter, SECOND).processDelay().getTotalCount(), "told once");
  }
}
