package io.sluice.engine;

/**
 * How the engine uses the machine; nothing of it changes what is measured.
 *
 * @param loops how many cells make the load; 0 for one per core, leaving one core to the rest of
 *     the process where there are more than two
 * @param transport which system interface carries the sockets
 * @param userAgent the User-Agent header of requests that name none
 * @param trace whether requests can be found in a tracing system
 */
public record EngineOptions(int loops, Transport transport, String userAgent, Trace trace) {
  /** What a tracing system is told of requests. */
  public enum Trace {
    /** Nothing. */
    NONE,
    /** The header {@code traceparent} of W3C Trace Context, in requests that do not name it. */
    W3C
  }

  /** A system interface for sockets. */
  public enum Transport {
    /** The best that the machine has. */
    AUTO,
    /** Linux epoll. */
    EPOLL,
    /** Linux io_uring. */
    IO_URING,
    /** Java's own. */
    NIO
  }

  /** One loop per core, the best transport. */
  public static final EngineOptions DEFAULT = new EngineOptions(0, Transport.AUTO, "sluice");

  /** Without traces. */
  public EngineOptions(int loops, Transport transport, String userAgent) {
    this(loops, transport, userAgent, Trace.NONE);
  }

  public EngineOptions {
    if (loops < 0 || loops > 1024) {
      throw new IllegalArgumentException("loops must be 1 to 1024, was " + loops);
    }
  }

  /** The same with or without traces. */
  public EngineOptions withTrace(Trace other) {
    return new EngineOptions(loops, transport, userAgent, other);
  }

  /** How many cells to run. */
  int cells() {
    if (loops > 0) {
      return loops;
    }
    int cores = Runtime.getRuntime().availableProcessors();
    return cores <= 2 ? 1 : cores - 1;
  }
}
