package io.sluice.k6.draft;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a user does next. */
public sealed interface DraftStep {
  /** A group of steps. */
  record Group(String name, List<DraftStep> steps) implements DraftStep {}

  /** Variables get values. */
  record Set(Map<String, DraftValue> values) implements DraftStep {}

  /** Steps, several times. */
  record Repeat(DraftValue times, List<DraftStep> steps) implements DraftStep {}

  /** Steps if the last request went well, or did not. */
  record IfLast(boolean ok, List<DraftStep> steps, List<DraftStep> otherwise)
      implements DraftStep {}

  /** Steps if a variable has a value. */
  record IfSet(String variable, boolean set, List<DraftStep> steps, List<DraftStep> otherwise)
      implements DraftStep {}

  /** A counter grows. */
  record Add(String counter, DraftValue by) implements DraftStep {}

  /** A pause. */
  record Think(Duration min, Duration max) implements DraftStep {}

  /** What happens after a request that failed. */
  enum OnFailure {
    /** The next step. */
    CONTINUE,
    /** What comes after the list of steps that it stands in. */
    SKIP,
    /** The pause that the journey ends with. */
    LEAVE
  }

  /**
   * What an answer must be.
   *
   * @param name as reports show it
   */
  record Check(String name, Demand demand) {}

  /** What a check looks at. */
  sealed interface Demand {
    /** The status is one of these: {@code 200}, {@code 2xx}, {@code 200,201}. */
    record Status(String statuses) implements Demand {}

    /** The answer came faster. */
    record Faster(Duration than) implements Demand {}

    /** The body has a text. */
    record BodyHas(String text) implements Demand {}

    /** There is something at a JSONPath. */
    record Exists(String path) implements Demand {}

    /** There is a list or text at a JSONPath, and it is not empty. */
    record NotEmpty(String path) implements Demand {}

    /** A JSONPath gives this text. */
    record Equal(String path, String text) implements Demand {}
  }

  /** A request; it takes on checks and extractions after it was made. */
  final class Request implements DraftStep {
    private final String method;
    private final DraftValue url;
    private final Map<String, String> tags = new LinkedHashMap<>();
    private final Map<String, DraftValue> headers = new LinkedHashMap<>();
    private final Map<String, String> extracts = new LinkedHashMap<>();
    private final Map<String, Boolean> counts = new LinkedHashMap<>();
    private final List<Check> checks = new ArrayList<>();
    private String name = "";
    private DraftBody body = new DraftBody.None();
    private OnFailure onFailure = OnFailure.CONTINUE;
    private @Nullable Duration timeout;
    private boolean followsRedirects = true;

    Request(String method, DraftValue url) {
      this.method = method;
      this.url = url;
    }

    /** The method, in capitals. */
    public String method() {
      return method;
    }

    /** Where it goes. */
    public DraftValue url() {
      return url;
    }

    /** What reports call it; empty for method and path. */
    public String name() {
      return name;
    }

    /** Its tags without its name. */
    public Map<String, String> tags() {
      return tags;
    }

    /** Its own headers. */
    public Map<String, DraftValue> headers() {
      return headers;
    }

    /** What it sends. */
    public DraftBody body() {
      return body;
    }

    /** Variables and the JSONPaths that they get their values from. */
    public Map<String, String> extracts() {
      return extracts;
    }

    /**
     * Rates that get a value from each answer: true of those that failed, or of those that did not.
     */
    public Map<String, Boolean> counts() {
      return counts;
    }

    /** What its answer must be. */
    public List<Check> checks() {
      return checks;
    }

    /** What happens after it failed. */
    public OnFailure onFailure() {
      return onFailure;
    }

    /** How long it may take; null for as long as any. */
    public @Nullable Duration timeout() {
      return timeout;
    }

    /** Whether it follows redirects. */
    public boolean followsRedirects() {
      return followsRedirects;
    }

    void name(String text) {
      name = text;
    }

    void body(DraftBody content) {
      body = content;
    }

    void onFailure(OnFailure what) {
      onFailure = what;
    }

    void timeout(Duration limit) {
      timeout = limit;
    }

    void keepRedirects() {
      followsRedirects = false;
    }
  }
}
