package io.sluice.gate.capacity;

import io.sluice.gate.Status;
import java.util.Comparator;
import java.util.List;

/**
 * Where the share of bad requests reaches what is allowed: a weighted regression of ln p on the
 * rate, solved for ln p0. In M/M/1 the share of requests slower than T is exp(-(μ - λ) T), so that
 * ln p is linear in λ; near its limit most else is nearly so.
 *
 * <pre>
 *  points   p0 / 30 &lt; p &lt; (1 + p0) / 2  and  n_eff p &gt; 0.5
 *  weight   w = n_eff p · exp(-(ln(p / p0) / 1.5)²)      what is near the limit tells most
 *  fit      ln p = a + b λ, b &gt; 0, at least 2 points:   capacity = (ln p0 - a) / b
 * </pre>
 *
 * <p>Its variance is by the delta method, with Var(ln p) = 1 / (n_eff p) of each point, and more
 * where the points scatter more than that. An estimate outside the proven rates is not taken: a
 * limit so sharp that its shares jump has no such line.
 */
final class Interpolation {
  private static final double FAR_BELOW = 30;
  private static final double FADING = 1.5;
  private static final double MIN_BAD = 0.5;
  private static final double Z = 1.96;
  private static final double FARTHEST = 1.1;

  private Interpolation() {}

  /**
   * The estimate.
   *
   * @param probes those that count
   * @param pass the highest rate proven to pass, {@code NaN} if none
   * @param fail the lowest rate proven to fail, {@code NaN} if none
   */
  static Estimate of(List<ProbeResult> probes, double pass, double fail) {
    int objective = nearestItsLimit(probes);
    if (objective >= 0) {
      Estimate fitted = fit(probes, objective, pass, fail);
      if (fitted instanceof Estimate.Interpolated) {
        return fitted;
      }
    }
    return pass < fail
        ? new Estimate.Bracketed(Math.sqrt(pass * fail), pass, fail)
        : new Estimate.Unknown("no rate is proven on both sides, and the shares do not tell");
  }

  /** The objective that gives way first; -1 if none is a share. */
  private static int nearestItsLimit(List<ProbeResult> probes) {
    Comparator<ProbeResult> byRate = Comparator.comparingDouble(result -> result.probe().rate());
    List<BadShare> shares =
        probes.stream()
            .filter(result -> result.status() != Status.PASS)
            .min(byRate)
            .or(() -> probes.stream().max(byRate))
            .map(ProbeResult::shares)
            .orElse(List.of());
    int nearest = -1;
    for (int i = 0; i < shares.size(); i++) {
      if (nearest < 0 || shares.get(i).use() > shares.get(nearest).use()) {
        nearest = i;
      }
    }
    return nearest;
  }

  private static Estimate fit(List<ProbeResult> probes, int objective, double pass, double fail) {
    WeightedLine line = new WeightedLine();
    double highest = 0;
    String name = "";
    double allowed = 0;
    for (ProbeResult result : probes) {
      BadShare share = result.shares().get(objective);
      double p = share.share();
      allowed = share.allowed();
      name = share.objective();
      highest = Math.max(highest, result.probe().rate());
      if (p > allowed / FAR_BELOW && p < (1 + allowed) / 2 && share.effectiveBad() > MIN_BAD) {
        double distance = Math.log(p / allowed) / FADING;
        line.add(
            result.probe().rate(),
            Math.log(p),
            share.effectiveBad(),
            share.effectiveBad() * Math.exp(-distance * distance));
      }
    }
    if (!line.rises()) {
      return new Estimate.Unknown("too few probes near the limit");
    }
    double rate = line.solve(Math.log(allowed));
    double half = Z * line.errorOf(rate);
    double low = Double.isNaN(pass) ? 0 : pass;
    double high = Double.isNaN(fail) ? FARTHEST * highest : fail;
    return rate >= low && rate <= high
        ? new Estimate.Interpolated(
            rate, Math.max(low, rate - half), Math.min(high, rate + half), name, line.points())
        : new Estimate.Unknown("the shares near the limit do not lie on a line");
  }
}
