package io.sluice.reports.capacity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.gate.capacity.BadShare;
import io.sluice.gate.capacity.CapacityResult;
import io.sluice.gate.capacity.Estimate;
import io.sluice.gate.capacity.ProbeFigures;
import io.sluice.gate.capacity.ProbeResult;
import io.sluice.gate.capacity.SearchSettings;
import io.sluice.gate.capacity.Usl;
import io.sluice.reports.json.JsonText;
import java.util.Locale;

/**
 * {@code capacity.json}: a search for programs. The schema is the resource {@code
 * /io/sluice/reports/capacity.schema.json}. Rates are iterations per second unless the key says
 * requests; what does not exist is null.
 */
public final class CapacityJson {
  /** Of the keys and their meaning. */
  public static final int SCHEMA_VERSION = 1;

  private CapacityJson() {}

  /** The search as JSON. */
  public static ObjectNode of(CapacityFacts facts) {
    CapacityResult result = facts.result();
    ObjectNode json = JsonText.object();
    json.put("schema_version", SCHEMA_VERSION);
    json.put("scenario", facts.name());
    facts.objectives().forEach(json.putArray("objectives")::add);
    json.put("conclusion", result.conclusion().name());
    json.put("sentence", CapacityWords.headline(result));
    rate(json, "proven_pass", result, result.proven());
    rate(json, "highest_pass", result, result.highestPass());
    rate(json, "proven_fail", result, result.lowestFail());
    json.set("estimate", estimate(result.estimate()));
    put(json, "requests_per_iteration", result.requestsPerIteration());
    ObjectNode knee = json.putObject("knee");
    put(knee, "rate", result.knee().rate());
    put(knee, "best_power", result.knee().bestPower());
    json.set("usl", usl(result.usl()));
    json.set("settings", settings(facts.settings()));
    var probes = json.putArray("probes");
    result.probes().forEach(probe -> probes.add(probe(probe)));
    return json;
  }

  private static void put(ObjectNode json, String key, double value) {
    JsonText.put(json, key, JsonText.rounded(value));
  }

  private static void rate(ObjectNode json, String key, CapacityResult result, double rate) {
    if (!Double.isFinite(rate)) {
      json.putNull(key);
      return;
    }
    ObjectNode both = json.putObject(key);
    put(both, "iterations_per_second", rate);
    put(both, "requests_per_second", rate * result.requestsPerIteration());
  }

  private static ObjectNode estimate(Estimate estimate) {
    ObjectNode json = JsonText.object();
    switch (estimate) {
      case Estimate.Interpolated line -> {
        json.put("kind", "interpolated");
        put(json, "rate", line.rate());
        put(json, "low", line.low());
        put(json, "high", line.high());
        json.put("objective", line.objective());
        json.put("points", line.points());
      }
      case Estimate.Bracketed bracket -> {
        json.put("kind", "bracketed");
        put(json, "rate", bracket.rate());
        put(json, "low", bracket.low());
        put(json, "high", bracket.high());
      }
      case Estimate.Unknown unknown -> {
        json.put("kind", "unknown");
        json.put("reason", unknown.reason());
      }
    }
    return json;
  }

  private static ObjectNode usl(Usl usl) {
    ObjectNode json = JsonText.object();
    switch (usl) {
      case Usl.Refused refused -> json.put("refused", refused.reason());
      case Usl.Fitted fit -> {
        range(json, "gamma", fit.gamma());
        range(json, "sigma", fit.sigma());
        range(json, "kappa", fit.kappa());
        json.put("points", fit.points());
        switch (fit.peak()) {
          case Usl.PeakUnknown unknown -> json.put("peak_refused", unknown.reason());
          case Usl.PeakAt peak -> {
            range(json, "peak_concurrency", peak.concurrency());
            range(json, "peak_throughput", peak.throughput());
          }
        }
      }
    }
    return json;
  }

  /** Not rounded: κ is often below a millionth. */
  private static void range(ObjectNode json, String key, Usl.Range range) {
    ObjectNode node = json.putObject(key);
    JsonText.put(node, "value", range.value());
    JsonText.put(node, "low", range.low());
    JsonText.put(node, "high", range.high());
  }

  private static ObjectNode settings(SearchSettings settings) {
    ObjectNode json = JsonText.object();
    put(json, "start", settings.start());
    put(json, "max", settings.most());
    put(json, "tolerance", settings.tolerance());
    put(json, "probe_s", settings.probe().toNanos() / 1e9);
    put(json, "longest_s", settings.longest().toNanos() / 1e9);
    put(json, "settle_s", settings.settle().toNanos() / 1e9);
    json.put("confirmations", settings.confirmations());
    return json;
  }

  private static ObjectNode probe(ProbeResult result) {
    ProbeFigures figures = result.figures();
    ObjectNode json = JsonText.object();
    json.put("number", result.probe().number());
    json.put("folder", CapacityFacts.folder(result.probe()));
    put(json, "rate", result.probe().rate());
    json.put("purpose", result.probe().purpose().name().toLowerCase(Locale.ROOT));
    json.put("status", result.status().name());
    json.put("blame", result.blame().name().toLowerCase(Locale.ROOT));
    json.put("reason", result.reason());
    put(json, "measured_s", figures.seconds());
    put(json, "iterations_per_second", figures.iterationsPerSecond());
    put(json, "requests_per_second", figures.requestsPerSecond());
    put(json, "in_flight", figures.inFlight());
    put(json, "concurrency", figures.concurrency());
    json.put("steady", figures.steady());
    put(json, "mean_ms", figures.meanSeconds() * 1e3);
    put(json, "p50_ms", figures.p50Nanos() / 1e6);
    put(json, "p99_ms", figures.p99Nanos() / 1e6);
    var shares = json.putArray("shares");
    result.shares().forEach(share -> shares.add(share(share)));
    return json;
  }

  private static ObjectNode share(BadShare share) {
    ObjectNode json = JsonText.object();
    json.put("objective", share.objective());
    json.put("bad", share.bad());
    json.put("all", share.all());
    put(json, "effective", share.effective());
    put(json, "allowed", share.allowed());
    return json;
  }
}
