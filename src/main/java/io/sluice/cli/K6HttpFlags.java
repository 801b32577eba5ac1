package io.sluice.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Flags of k6: how requests are made. */
final class K6HttpFlags {
  @Option(
      names = "--http-debug",
      arity = "0..1",
      paramLabel = "full",
      fallbackValue = "headers",
      description = "Print requests and answers, with 'full' their bodies, too.")
  private @Nullable String httpDebug;

  @Option(names = "--user-agent", paramLabel = "TEXT", description = "The User-Agent header.")
  private @Nullable String userAgent;

  @Option(names = "--discard-response-bodies", description = "Do not keep bodies of answers.")
  private boolean discardBodies;

  @Option(names = "--no-connection-reuse", description = "A connection for every request.")
  private boolean noConnectionReuse;

  @Option(names = "--no-vu-connection-reuse", description = "Connections for every iteration.")
  private boolean noVuConnectionReuse;

  @Option(names = "--max-redirects", paramLabel = "N", description = "Redirects to follow.")
  private @Nullable String maxRedirects;

  @Option(names = "--batch", paramLabel = "N", description = "Requests of a batch at a time.")
  private @Nullable String batch;

  @Option(
      names = "--batch-per-host",
      paramLabel = "N",
      description = "Requests of a batch at a time to one host.")
  private @Nullable String batchPerHost;

  @Option(
      names = {"-w", "--throw"},
      description = "Failed requests throw.")
  private boolean throwing;

  void addTo(K6Given given) {
    given.put("http-debug", httpDebug);
    given.put("user-agent", userAgent);
    given.put("discard-response-bodies", discardBodies);
    given.put("no-connection-reuse", noConnectionReuse);
    given.put("no-vu-connection-reuse", noVuConnectionReuse);
    given.put("max-redirects", maxRedirects);
    given.put("batch", batch);
    given.put("batch-per-host", batchPerHost);
    given.put("throw", throwing);
  }
}
