package io.sluice.cli;

import io.sluice.storefront.Storefront;
import io.sluice.storefront.StorefrontOptions;
import io.sluice.storefront.truth.Recording;
import io.sluice.storefront.truth.RequestLogCsv;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of all that is drawn (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "1",
      description = "Threads (default: ${DEFAULT-VALUE}).")
  private int threads;

  @Option(
      names = "--log",
      paramLabel = "FILE",
      description =
          "Record each request, say its time in each answer (Server-Timing), and write all as CSV"
              + " to this file at the end; what is in it is lost.")
  private @Nullable Path log;

  @Mixin private FaultFlags faults = new FaultFlags();

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

  @Mixin private ShopTlsFlags tls = new ShopTlsFlags();

  StorefrontCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    StorefrontOptions options = options();
    if (log == null) {
      serve(options);
      return ExitCode.PASS.code();
    }
    try (Writer file = opened(log)) {
      Storefront closed = serve(options.withRecording(Recording.EACH_REQUEST));
      RequestLogCsv.write(closed.truth().log(), file);
      return ExitCode.PASS.code();
    } catch (IOException e) {
      throw new UserMistake("--log: cannot write to '%s': %s".formatted(log, e.getMessage()));
    }
  }

  /** The file, made before the shop opens: a mistake must not cost a run. */
  private static Writer opened(Path log) {
    try {
      return Files.newBufferedWriter(log);
    } catch (IOException e) {
      throw new UserMistake(
          "--log: cannot write to '%s'; expected a file in a folder that exists".formatted(log));
    }
  }

  private Storefront serve(StorefrontOptions options) {
    Storefront shop = started(options);
    try (shop) {
      console.out().println("The shop is open at " + shop.baseUri() + "; Ctrl-C closes it.");
      console.out().flush();
      CtrlC.await();
    }
    console.out().println(shop.truth().toJson());
    return shop;
  }

  private static Storefront started(StorefrontOptions options) {
    try {
      return Storefront.start(options);
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
              .withThreads(threads)
              .withConcurrentStreams(maxStreams);
      if (requestsPerConnection != null) {
        options = options.withRequestsPerConnection(requestsPerConnection);
      }
      return faults.added(tls.added(options));
    } catch (IllegalArgumentException e) {
      throw new UserMistake(String.valueOf(e.getMessage()));
    }
  }
}
