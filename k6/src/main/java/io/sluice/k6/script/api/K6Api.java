package io.sluice.k6.script.api;

import io.sluice.k6.script.port.Console.Level;
import io.sluice.k6.script.port.MetricType;
import io.sluice.k6.script.port.Tags;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.graalvm.polyglot.HostAccess;

/** The Java side of the module {@code k6}, and of the console. */
public final class K6Api {
  private final UserState user;
  private final TagText tagText;
  private final Map<String, Map<String, String>> childGroups = new HashMap<>();
  private SplittableRandom random = new SplittableRandom();
  private int groupDuration = -1;

  /** The module for one user. */
  public K6Api(UserState user, TagText tagText) {
    this.user = user;
    this.tagText = tagText;
  }

  /**
   * Throws unless the stage has users: {@code check}, {@code group} and {@code sleep} are not for
   * the init stage.
   */
  @HostAccess.Export
  public void notInInit(String what) {
    if (user.stage() == Stage.INIT) {
      throw user.error(what + " in the init context is not supported");
    }
  }

  /**
   * Counts one check.
   *
   * @param tags as {@link TagText} reads them
   */
  @HostAccess.Export
  public void check(String name, boolean passed, String tags) {
    if (user.stage() == Stage.INIT) {
      throw user.error("using check() in the init context is not supported");
    }
    if (name.contains("::")) {
      throw user.error("group and check names may not contain '::'");
    }
    Tags all = tagText.add(user.tags(), tags);
    user.samples()
        .check(user.group(), name, passed, user.tagsCheck() ? all.with("check", name) : all);
  }

  /** Goes into a group; gives the group to return to. */
  @HostAccess.Export
  public String enterGroup(String name) {
    if (user.stage() == Stage.INIT) {
      throw user.error("using group() in the init context is not supported");
    }
    if (name.contains("::")) {
      throw user.error("group and check names may not contain '::'");
    }
    String outer = user.group();
    String path = childGroups.computeIfAbsent(outer, key -> new HashMap<>()).get(name);
    if (path == null) {
      path = outer + "::" + name;
      childGroups.get(outer).put(name, path);
      user.samples().group(path);
    }
    user.group(path);
    return outer;
  }

  /** Now, for a later {@link #leaveGroup}, in nanoseconds as JavaScript holds them. */
  @HostAccess.Export
  public double now() {
    return System.nanoTime();
  }

  /**
   * Leaves a group.
   *
   * @param outer what {@link #enterGroup} gave
   * @param since what {@link #now} gave
   */
  @HostAccess.Export
  public void leaveGroup(String outer, double since) {
    if (groupDuration < 0) {
      groupDuration = user.samples().define("group_duration", MetricType.TREND, true);
    }
    user.samples().add(groupDuration, (System.nanoTime() - since) / 1e6, user.tags());
    user.group(outer);
  }

  /** Sleeps. */
  @HostAccess.Export
  public void sleep(double seconds) {
    if (user.stage() == Stage.INIT) {
      throw user.error("using sleep() in the init context is not supported");
    }
    var transport = user.transport();
    user.waiting();
    try {
      transport.sleep((long) (Math.max(seconds, 0) * 1e9));
    } finally {
      user.waiting();
    }
  }

  /** From now on {@link #random()} is a known sequence. */
  @HostAccess.Export
  public void seed(double seed) {
    random = new SplittableRandom((long) seed);
  }

  /** What {@code Math.random} is after {@code randomSeed}: 0 to less than 1. */
  @HostAccess.Export
  public double random() {
    return random.nextDouble();
  }

  /** Writes a line. */
  @HostAccess.Export
  public void log(String level, String message) {
    user.console().log(Level.valueOf(level), message, "console");
  }

  /** Writes a warning of the runner's own. */
  @HostAccess.Export
  public void warn(String message) {
    user.console().log(Level.WARN, message, "");
  }
}
