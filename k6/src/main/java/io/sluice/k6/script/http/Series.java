package io.sluice.k6.script.http;

import io.sluice.k6.metrics.TagSet;
import io.sluice.k6.script.port.Target;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All hops of one user that differ only in how they were answered: where they go, and how their
 * samples are tagged.
 */
final class Series {
  private static final int OUTCOMES = 8;

  final @Nullable Target target;
  final @Nullable String userInfo;
  final String name;
  final TagSet asked;

  private final Set<String> on;
  private final Outcome[] outcomes = new Outcome[OUTCOMES];
  private int count;

  Series(String method, String url, String name, TagSet tags, Set<String> on) {
    var parsed = Targets.parse(url);
    this.on = on;
    target = parsed == null ? null : parsed.target();
    userInfo = parsed == null ? null : parsed.userInfo();
    String shown = parsed == null ? url : masked(parsed);
    this.name = name.isEmpty() ? shown : name;
    TagSet all = with(tags, "method", method);
    all = with(all, "url", this.name);
    asked = with(all, "name", this.name);
  }

  private static String masked(Targets.Parsed parsed) {
    String url = parsed.target().url();
    return parsed.userInfo() == null ? url : url.replaceFirst("://", "://****:****@");
  }

  /** The tags of a hop's samples, once it is known how it was answered. */
  TagSet answered(
      int status,
      String protocol,
      String tls,
      boolean judged,
      boolean expected,
      int code,
      String error) {
    for (int i = 0; i < count; i++) {
      var known = outcomes[i];
      if (known.status == status
          && known.expected == expected
          && known.judged == judged
          && known.code == code
          && known.protocol.equals(protocol)
          && known.tls.equals(tls)
          && known.error.equals(error)) {
        return known.tags;
      }
    }
    TagSet tags = with(asked, "status", Integer.toString(status));
    tags = protocol.isEmpty() ? tags : with(tags, "proto", protocol);
    tags = tls.isEmpty() ? tags : with(tags, "tls_version", tls);
    tags = judged ? with(tags, "expected_response", Boolean.toString(expected)) : tags;
    tags = error.isEmpty() ? tags : with(tags, "error", error);
    tags = code == 0 ? tags : with(tags, "error_code", Integer.toString(code));
    var outcome = new Outcome(status, protocol, tls, judged, expected, code, error, tags);
    if (count == OUTCOMES) {
      count = 0;
    }
    outcomes[count++] = outcome;
    return tags;
  }

  private TagSet with(TagSet tags, String key, String value) {
    return on.contains(key) ? tags.with(key, value) : tags;
  }

  private record Outcome(
      int status,
      String protocol,
      String tls,
      boolean judged,
      boolean expected,
      int code,
      String error,
      TagSet tags) {}
}
