package io.sluice.k6.script.http;

import io.sluice.k6.metrics.TagSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the series of a request again, without building anything. */
final class SeriesBook {
  /** URLs may hold ids without end: past this many the book is begun anew. */
  private static final int REMEMBERED = 5_000;

  private final Map<Key, Series> known = new HashMap<>();
  private final Key probe = new Key();

  Series of(String method, String url, String name, TagSet tags, Set<String> on) {
    probe.set(method, url, name, tags);
    Series series = known.get(probe);
    if (series == null) {
      if (known.size() >= REMEMBERED) {
        known.clear();
      }
      series = new Series(method, url, name, tags, on);
      var key = new Key();
      key.set(method, url, name, tags);
      known.put(key, series);
    }
    return series;
  }

  private static final class Key {
    private String method = "";
    private String url = "";
    private String name = "";
    private TagSet tags = TagSet.EMPTY;

    void set(String method, String url, String name, TagSet tags) {
      this.method = method;
      this.url = url;
      this.name = name;
      this.tags = tags;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key
          && url.equals(key.url)
          && method.equals(key.method)
          && name.equals(key.name)
          && tags.equals(key.tags);
    }

    @Override
    public int hashCode() {
      return (url.hashCode() * 31 + method.hashCode()) * 31 + name.hashCode() + tags.hashCode();
    }
  }
}
