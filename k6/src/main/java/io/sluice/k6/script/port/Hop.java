package io.sluice.k6.script.port;

import io.sluice.k6.metrics.TagSet;
import io.sluice.model.plan.StatusSet;
import org.jspecify.annotations.Nullable;

/**
 * One request on the wire; a redirect is another one.
 *
 * <p>Where nothing changed since the user's last hop of the kind, {@link #headers}, {@link #tags}
 * and {@link #target} are the same objects again.
 */
public final class Hop {
  private final String method;
  private final Target target;
  private final String[] headers;
  private final byte @Nullable [] body;
  private final boolean chunked;
  private final long timeoutNanos;
  private final boolean wantsBody;
  private final String name;
  private final StatusSet accepted;
  private final TagSet tags;

  /** A hop; its parts are described at their accessors. The arrays are not copied. */
  public Hop(
      String method,
      Target target,
      String[] headers,
      byte @Nullable [] body,
      boolean chunked,
      long timeoutNanos,
      boolean wantsBody,
      String name,
      StatusSet accepted,
      TagSet tags) {
    this.method = method;
    this.target = target;
    this.headers = headers;
    this.body = body;
    this.chunked = chunked;
    this.timeoutNanos = timeoutNanos;
    this.wantsBody = wantsBody;
    this.name = name;
    this.accepted = accepted;
    this.tags = tags;
  }

  /** {@code GET} and so on. */
  public String method() {
    return method;
  }

  /** Whom to ask, and for what. */
  public Target target() {
    return target;
  }

  /**
   * Name, value, name, value, …; without {@code Content-Length} and {@code Transfer-Encoding}, and
   * with {@code Host} only if the script sets it.
   */
  @SuppressWarnings("EI_EXPOSE_REP")
  public String[] headers() {
    return headers;
  }

  /** The bytes to send, or null if there is no body. */
  public byte @Nullable [] body() {
    return body;
  }

  /** Whether the body goes in chunks, not with its length. */
  public boolean chunked() {
    return chunked;
  }

  /** Until the whole answer must be there, from now. */
  public long timeoutNanos() {
    return timeoutNanos;
  }

  /** Whether the script wants to see the body; it is read in any case. */
  public boolean wantsBody() {
    return wantsBody;
  }

  /** The series of the request: the tag {@code name}, which is the URL if the script gave none. */
  public String name() {
    return name;
  }

  /** Statuses that the generator counts as no failure: those that the script expects. */
  public StatusSet accepted() {
    return accepted;
  }

  /** The script's tags and its group's, without those that only the answer tells. */
  public TagSet tags() {
    return tags;
  }
}
