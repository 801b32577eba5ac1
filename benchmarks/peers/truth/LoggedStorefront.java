import io.sluice.storefront.Storefront;
import io.sluice.storefront.StorefrontOptions;
import io.sluice.storefront.truth.Recording;
import io.sluice.storefront.truth.RequestLog;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * The storefront with a row for every answer. Arguments are latencies, such as {@code
 * lognormal:5ms,0.5}. At the end of its standard input it closes and prints, as JSON, what its own
 * log says of the answers: from the request fully read to the answer handed to the socket. The
 * system property {@code peers.seconds} says of how much time before the last request.
 */
final class LoggedStorefront {
  private LoggedStorefront() {}

  public static void main(String[] latencies) throws IOException {
    StorefrontOptions options = StorefrontOptions.defaults().withRecording(Recording.EACH_REQUEST);
    for (String latency : latencies) {
      options = options.withLatency(latency);
    }
    RequestLog log;
    try (Storefront shop = Storefront.start(options)) {
      System.out.println("The shop is open at " + shop.baseUri() + "; it closes with its input.");
      System.in.transferTo(OutputStream.nullOutputStream());
      log = shop.truth().log();
    }
    System.out.println(summary(log, TimeUnit.SECONDS.toNanos(Long.getLong("peers.seconds"))));
  }

  private static String summary(RequestLog log, long windowNanos) {
    long last = IntStream.range(0, log.size()).mapToLong(log::arrivalNanos).max().orElse(0);
    long[] times =
        IntStream.range(0, log.size())
            .filter(row -> last - log.arrivalNanos(row) < windowNanos)
            .mapToLong(log::timeInServerNanos)
            .sorted()
            .toArray();
    return times.length == 0
        ? "{\"count\":0}"
        : "{\"count\":%d,\"p50_ms\":%s,\"p99_ms\":%s,\"p999_ms\":%s,\"max_ms\":%s}"
            .formatted(
                times.length,
                millis(times, 0.5),
                millis(times, 0.99),
                millis(times, 0.999),
                millis(times, 1));
  }

  /** The smallest time that at least this share of the times does not exceed. */
  private static double millis(long[] sorted, double share) {
    int rank = Math.max(1, (int) Math.ceil(share * sorted.length));
    return sorted[rank - 1] / 1_000 / 1_000.0;
  }
}
