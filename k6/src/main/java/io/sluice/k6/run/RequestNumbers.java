package io.sluice.k6.run;

import io.sluice.engine.door.RequestNames;
import io.sluice.k6.metrics.TagSet;
import io.sluice.k6.options.SystemTag;
import io.sluice.k6.script.port.Hop;
import io.sluice.model.plan.Target;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The numbers that the plan has for the requests of scripts, and the targets that they go to, found
 * again without building anything. Belongs to a thread, whose users share it.
 */
final class RequestNumbers {
  /** Tags that tell of the request or its place, which the plan's series have by themselves. */
  private static final Set<String> SYSTEM =
      Arrays.stream(SystemTag.values())
          .map(SystemTag::text)
          .collect(Collectors.toUnmodifiableSet());

  /** Names may hold ids without end: past this many, what is remembered is begun anew. */
  private static final int REMEMBERED = 5_000;

  private final RequestNames names;
  private final IdentityHashMap<io.sluice.k6.script.port.Target, Target> targets =
      new IdentityHashMap<>();
  private final IdentityHashMap<TagSet, Map<String, Integer>> numbers = new IdentityHashMap<>();

  RequestNumbers(RequestNames names) {
    this.names = names;
  }

  /** A target as the plan has it. */
  Target target(io.sluice.k6.script.port.Target of) {
    Target known = targets.get(of);
    if (known == null) {
      if (targets.size() >= REMEMBERED) {
        targets.clear();
      }
      known = new Target(of.scheme(), of.host(), of.port());
      targets.put(of, known);
    }
    return known;
  }

  /** The number of a request to a target. */
  int of(Hop hop, Target target) {
    Map<String, Integer> ofTags = numbers.get(hop.tags());
    if (ofTags == null) {
      if (numbers.size() >= REMEMBERED) {
        numbers.clear();
      }
      ofTags = new HashMap<>();
      numbers.put(hop.tags(), ofTags);
    }
    Integer known = ofTags.get(hop.name());
    if (known == null) {
      if (ofTags.size() >= REMEMBERED) {
        ofTags.clear();
      }
      known = names.number(hop.name(), group(hop.tags()), own(hop.tags()), hop.method(), target);
      ofTags.put(hop.name(), known);
    }
    return known;
  }

  private static String group(TagSet tags) {
    String path = tags.get("group");
    return path == null ? "" : Notes.group(path);
  }

  private static Map<String, String> own(TagSet tags) {
    Map<String, String> own = tags.toMap();
    own.keySet().removeAll(SYSTEM);
    return own;
  }
}
