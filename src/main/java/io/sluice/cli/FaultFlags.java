package io.sluice.cli;

import io.sluice.storefront.StorefrontOptions;
import io.sluice.storefront.fault.Bandwidth;
import io.sluice.storefront.fault.CutRule;
import io.sluice.storefront.fault.DripRule;
import io.sluice.storefront.fault.Ending;
import io.sluice.storefront.fault.ErrorRule;
import io.sluice.storefront.fault.LatencyRule;
import io.sluice.storefront.fault.LimitRule;
import io.sluice.storefront.fault.ResetRule;
import io.sluice.storefront.fault.Rule;
import io.sluice.storefront.fault.Stall;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the storefront is made slow or wrong. */
final class FaultFlags {
  @Option(
      names = "--latency",
      paramLabel = "[SCOPE=]LAW",
      description =
          "Delay of each answer: fixed:20ms, uniform:10ms..50ms, exponential:20ms,"
              + " lognormal:20ms,0.5 (median, sigma), pareto:5ms,2.5 (scale, shape),"
              + " bimodal:5ms,80ms,5%% (fast, slow, share of slow) or ar1:20ms,0.5,0.9,1s (median,"
              + " sigma, rho, step: a slow step is slow for all). SCOPE is auth, homepage,"
              + " products, cart, checkout, orders, user, health, assets or a path. Repeatable.")
  private List<String> latencies = List.of();

  @Option(
      names = "--limit",
      paramLabel = "[SCOPE=]LIMIT",
      description =
          "What the shop can do: tokens:3000/s[,BURST] answers 429 above it, mm1:3000/s (or md1,"
              + " with constant service times) serves one request after the other. Repeatable.")
  private List<String> limits = List.of();

  @Option(
      names = "--stall",
      paramLabel = "D/PERIOD[@FIRST]",
      description =
          "Hold all answers for D in every PERIOD, such as 1s/10s, or 1s/10s@4s: the first time 4 s"
              + " after the start.")
  private @Nullable String stall;

  @Option(
      names = "--error-rate",
      paramLabel = "[SCOPE=]SHARE",
      description = "Share of requests that are answered 500, such as checkout=10%%. Repeatable.")
  private List<String> errorRates = List.of();

  @Option(
      names = "--reset-rate",
      paramLabel = "[SCOPE=]SHARE",
      description = "Share of requests that are reset in place of an answer. Repeatable.")
  private List<String> resetRates = List.of();

  @Option(
      names = "--reset-midway-rate",
      paramLabel = "[SCOPE=]SHARE",
      description = "Share of requests that are reset after half of the body. Repeatable.")
  private List<String> resetMidwayRates = List.of();

  @Option(
      names = "--half-close-rate",
      paramLabel = "[SCOPE=]SHARE",
      description =
          "Share of requests after half of whose answer's body the server ends its side of the"
              + " connection. Repeatable.")
  private List<String> halfCloseRates = List.of();

  @Option(
      names = "--drip",
      paramLabel = "[SCOPE=]BYTES/INTERVAL",
      description = "Bodies leave in pieces, such as 16B/100ms. Repeatable.")
  private List<String> drips = List.of();

  @Option(
      names = "--bandwidth",
      paramLabel = "RATE",
      description = "How fast the bytes of each connection leave, such as 64KB/s.")
  private @Nullable String bandwidth;

  /**
   * The options with what was given.
   *
   * @throws UserMistake if a value cannot be read
   */
  StorefrontOptions added(StorefrontOptions options) {
    StorefrontOptions with = options;
    with = added(with, "--latency", latencies, LatencyRule::parse);
    with = added(with, "--limit", limits, LimitRule::parse);
    with = added(with, "--error-rate", errorRates, ErrorRule::parse);
    with = added(with, "--reset-rate", resetRates, ResetRule::parse);
    with = added(with, "--reset-midway-rate", resetMidwayRates, cut(Ending.RESET_MIDWAY));
    with = added(with, "--half-close-rate", halfCloseRates, cut(Ending.HALF_CLOSE));
    with = added(with, "--drip", drips, DripRule::parse);
    if (stall != null) {
      with = with.withStall(Flag.read("--stall", stall, Stall::parse));
    }
    if (bandwidth != null) {
      with = with.with(Flag.read("--bandwidth", bandwidth, Bandwidth::parse));
    }
    return with;
  }

  private static Function<String, Rule> cut(Ending ending) {
    return text -> CutRule.parse(text, ending);
  }

  private static StorefrontOptions added(
      StorefrontOptions options,
      String name,
      List<String> values,
      Function<String, ? extends Rule> parser) {
    StorefrontOptions with = options;
    for (String value : values) {
      with = with.with(Flag.read(name, value, parser));
    }
    return with;
  }
}
