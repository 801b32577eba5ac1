package io.sluice.k6.script.api;

import io.sluice.k6.metrics.TagSet;
import io.sluice.k6.script.port.Console.Level;
import io.sluice.k6.script.port.MetricType;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.graalvm.polyglot.HostAccess;

/** The Java side of the module {@code k6}, and of the console. */
public final class K6Api {
  private final UserState user;
  private final Map<String, Map<String, String>> childGroups = new HashMap<>();
  private SplittableRandom random = new SplittableRandom();
  private final ArrayDeque<Entered> entered = new ArrayDeque<>();
  private int groupDuration = -1;

  /** A group that was gone into, and from where. */
  private record Entered(String outer, long at) {}

  /** The module for one user. */
  public K6Api(UserState user) {
    this.user = user;
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
    TagSet all = user.tagsAnd(tags);
    user.samples()
        .check(user.group(), name, passed, user.tagsCheck() ? all.with("check", name) : all);
  }

  /** A new iteration begins: in no group, however the last one ended. */
  public void newIteration() {
    entered.clear();
  }

  /** Goes into a group. */
  @HostAccess.Export
  public void enterGroup(String name) {
    if (user.stage() == Stage.INIT) {
      throw user.error("using group() in the init context is not supported");
    }
    if (name.contains("::")) {
      throw user.error("group and check names may not contain '::'");
    }
    String outer = user.group();
    entered.addLast(new Entered(outer, System.nanoTime()));
    user.group(child(outer, name));
  }

  private String child(String outer, String name) {
    Map<String, String> children = childGroups.get(outer);
    if (children == null) {
      children = new HashMap<>();
      childGroups.put(outer, children);
    }
    String path = children.get(name);
    if (path == null) {
      path = outer + "::" + name;
      children.put(name, path);
      user.samples().group(path);
    }
    return path;
  }

  /** Leaves the group that was gone into last. */
  @HostAccess.Export
  public void leaveGroup() {
    if (groupDuration < 0) {
      groupDuration = user.samples().define("group_duration", MetricType.TREND, true);
    }
    Entered left = entered.removeLast();
    user.samples().add(groupDuration, (System.nanoTime() - left.at) / 1e6, user.tags());
    user.group(left.outer);
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
