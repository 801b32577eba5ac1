package io.sluice.engine.door;

import io.sluice.model.plan.RequestSpec;
import io.sluice.model.plan.StatusSet;
import io.sluice.model.plan.Target;
import io.sluice.model.plan.Template;
import java.time.Duration;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Gives the requests that code makes up their numbers in the plan's series, as they appear. A plan
 * whose requests are not known has room for so many; what comes when all are taken is counted as
 * one. Thread-safe.
 */
public final class RequestNames {
  /** What the last number stands for once all others are taken. */
  public static final String OTHERS = "(other requests)";

  private static final Target NOWHERE = new Target("http", "unknown.invalid", 80);

  /** What makes two requests the same. */
  private record Key(String name, String group, Map<String, String> tags) {}

  /** A request with its first method and target. */
  private record Named(Key key, String method, Target target) {}

  private final int room;
  private final ConcurrentMap<Key, Integer> numbers = new ConcurrentHashMap<>();
  private final List<Named> named = new ArrayList<>();

  /**
   * Names for a plan.
   *
   * @param room how many numbers there are, at least 2
   */
  public RequestNames(int room) {
    this.room = room;
  }

  /** The targets of a plan whose requests are not known yet. */
  public static List<Target> unknownTargets() {
    return List.of(NOWHERE);
  }

  /** The requests of a plan whose requests are not known yet. */
  public List<RequestSpec> unknown() {
    List<RequestSpec> specs = new ArrayList<>();
    for (int i = 0; i < room; i++) {
      specs.add(spec(new Named(new Key("request " + (i + 1), "", Map.of()), "GET", NOWHERE), 0));
    }
    return specs;
  }

  /** The number of a request, the same for the same name, group and tags. */
  public int number(
      String name, String group, Map<String, String> tags, String method, Target target) {
    Key key = new Key(name, group, tags);
    Integer known = numbers.get(key);
    return known == null ? add(key, method, target) : known;
  }

  private synchronized int add(Key key, String method, Target target) {
    Integer known = numbers.get(key);
    if (known != null) {
      return known;
    }
    if (named.size() == room - 1) {
      named.add(new Named(new Key(OTHERS, "", Map.of()), method, target));
    }
    if (named.size() == room) {
      return room - 1; // not kept: there may be millions
    }
    numbers.put(key, named.size());
    named.add(new Named(key, method, target));
    return named.size() - 1;
  }

  private synchronized String name(int number) {
    return number < named.size() ? named.get(number).key().name() : "";
  }

  /** The names as they are known by now, by number. */
  public List<String> live() {
    return new AbstractList<>() {
      @Override
      public String get(int index) {
        return name(index);
      }

      @Override
      public int size() {
        return room;
      }
    };
  }

  /** How many there are by now. */
  public synchronized int count() {
    return named.size();
  }

  /** What was sent, by number, with indices into {@link #targets()}. */
  public synchronized List<RequestSpec> requests() {
    List<Target> targets = targets();
    return named.stream().map(each -> spec(each, targets.indexOf(each.target()))).toList();
  }

  /** Where it was sent; never empty. */
  public synchronized List<Target> targets() {
    List<Target> targets = named.stream().map(Named::target).distinct().toList();
    return targets.isEmpty() ? unknownTargets() : targets;
  }

  private static RequestSpec spec(Named request, int target) {
    return new RequestSpec(
        request.key().name(),
        request.key().group(),
        new LinkedHashMap<>(request.key().tags()),
        request.method(),
        target,
        Template.of("/"),
        List.of(),
        Template.EMPTY,
        Duration.ofMinutes(1),
        StatusSet.SUCCESS,
        RequestSpec.Redirects.KEEP);
  }
}
