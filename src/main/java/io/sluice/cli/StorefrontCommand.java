package io.sluice.cli;

import io.sluice.storefront.Storefront;
import io.sluice.storefront.StorefrontOptions;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the demo deployment alone. */
@Command(
    name = "storefront",
    description = {
      "Starts the demo shop and serves it until Ctrl-C; then prints what it answered, as JSON.",
      "The same figures are at /__truth while it runs."
    },
    mixinStandardHelpOptions = true)
final class StorefrontCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "Port to listen on; 0 for a free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      defaultValue = "127.0.0.1",
      description = "Address to listen on (default: ${DEFAULT-VALUE}).")
  private String host = "";

  @Option(
      names = "--latency",
      paramLabel = "[SCOPE=]LATENCY",
      description =
          "fixed:20ms, uniform:10ms..50ms or lognormal:20ms,0.5 (median, sigma); SCOPE is auth,"
              + " homepage, products, cart, checkout, orders, user, health, assets or a path. May"
              + " be repeated.")
  private List<String> latencies = List.of();

  @Option(
      names = "--error-rate",
      paramLabel = "[SCOPE=]SHARE",
      description = "Share of requests that are answered 500, such as checkout=10%%. Repeatable.")
  private List<String> errorRates = List.of();

  @Option(
      names = "--stall",
      paramLabel = "D/PERIOD",
      description = "Hold all answers for D in every PERIOD, such as 1s/10s.")
  private String stall = "";

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of latencies and errors (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "1",
      description = "Threads (default: ${DEFAULT-VALUE}).")
  private int threads;

  @Option(
      names = "--reset-rate",
      paramLabel = "[SCOPE=]SHARE",
      description = "Share of requests that are reset in place of an answer. Repeatable.")
  private List<String> resetRates = List.of();

  @Option(
      names = "--max-streams",
      paramLabel = "N",
      defaultValue = "128",
      description = "Most HTTP/2 streams at once on a connection (default: ${DEFAULT-VALUE}).")
  private int maxStreams;

  @Option(
      names = "--requests-per-connection",
      paramLabel = "N",
      description = "End each connection after N requests: GOAWAY, or Connection: close.")
  private @Nullable Long requestsPerConnection;

  @Option(
      names = "--tls-cert",
      paramLabel = "PEM",
      description = "Serve HTTPS with this certificate chain.")
  private @Nullable Path tlsCertificate;

  @Option(names = "--tls-key", paramLabel = "PEM", description = "Its PKCS#8 key, unencrypted.")
  private @Nullable Path tlsKey;

  @Option(
      names = "--client-ca",
      paramLabel = "PEM",
      description = "Let in only clients with a certificate that this authority signed.")
  private @Nullable Path clientAuthority;

  StorefrontCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (Storefront shop = Storefront.start(options())) {
      console.out().println("The shop is open at " + shop.baseUri() + "; Ctrl-C closes it.");
      console.out().flush();
      awaitInterrupt();
      console.out().println(shop.truth().toJson());
      return ExitCode.PASS.code();
    } catch (IllegalArgumentException e) {
      throw new UserMistake(String.valueOf(e.getMessage()));
    } catch (UncheckedIOException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new UserMistake(String.valueOf(cause.getMessage()));
    }
  }

  private StorefrontOptions options() {
    try {
      StorefrontOptions options =
          StorefrontOptions.defaults()
              .withHost(host)
              .withPort(port)
              .withSeed(seed)
              .withThreads(threads);
      for (String latency : latencies) {
        options = options.withLatency(latency);
      }
      for (String errorRate : errorRates) {
        options = options.withErrorRate(errorRate);
      }
      options = encrypted(options.withConcurrentStreams(maxStreams));
      if (requestsPerConnection != null) {
        options = options.withRequestsPerConnection(requestsPerConnection);
      }
      for (String resetRate : resetRates) {
        options = options.withResetRate(resetRate);
      }
      return stall.isEmpty() ? options : options.withStall(stall);
    } catch (IllegalArgumentException e) {
      throw new UserMistake(String.valueOf(e.getMessage()));
    }
  }

  private StorefrontOptions encrypted(StorefrontOptions options) {
    if (tlsCertificate == null || tlsKey == null) {
      if (tlsCertificate != null || tlsKey != null) {
        throw new UserMistake("--tls-cert and --tls-key must be given together");
      }
      return clientAuthority == null ? options : options.withClientAuthority(clientAuthority);
    }
    StorefrontOptions secure = options.withTls(tlsCertificate, tlsKey);
    return clientAuthority == null ? secure : secure.withClientAuthority(clientAuthority);
  }

  private static void awaitInterrupt() {
    CountDownLatch closed = new CountDownLatch(1);
    Signals.register("INT", closed::countDown);
    Signals.register("TERM", closed::countDown);
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
