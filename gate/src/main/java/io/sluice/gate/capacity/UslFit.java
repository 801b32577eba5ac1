package io.sluice.gate.capacity;

import io.sluice.gate.capacity.Usl.PeakAt;
import io.sluice.gate.capacity.Usl.PeakUnknown;
import io.sluice.gate.capacity.Usl.Range;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresBuilder;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresOptimizer.Optimum;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DiagonalMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularMatrixException;

/**
 * Fits the {@link Usl} to (concurrency, throughput) by Levenberg and Marquardt on θ = (ln γ, ln σ,
 * ln κ), which keeps all three positive, with weights 1 / SE². Intervals by the delta method on the
 * logarithms: s² = RSS / (n - 3), and Student's t with n - 3 degrees of freedom.
 *
 * <p>Only steady probes enter: while a queue grows, its length is no property of the target. The
 * peak is told only where it was seen: from points up to half of it the interval of N* spans four
 * orders of magnitude.
 */
final class UslFit {
  private static final int MIN_POINTS = 5;
  private static final int MIN_POINTS_OF_PEAK = 8;
  private static final double BOUND = 1e-9;
  private static final double WIDEST = 2;
  private static final double TAIL = 0.025;
  private static final double STEP = 1e-6;

  private final List<UslPoint> points;

  private UslFit(List<UslPoint> points) {
    this.points = points;
  }

  /** Fits it to the steady ones of the probes that count. */
  static Usl of(List<ProbeResult> probes) {
    return fit(
        probes.stream()
            .map(ProbeResult::figures)
            .filter(ProbeFigures::steady)
            .filter(figures -> figures.concurrency() > 0 && figures.requestsError() > 0)
            .map(UslPoint::of)
            .toList());
  }

  static Usl fit(List<UslPoint> points) {
    if (points.size() < MIN_POINTS) {
      return new Usl.Refused(
          "%d probes were steady (Little's law within 5 %%), and %d are needed"
              .formatted(points.size(), MIN_POINTS));
    }
    try {
      return new UslFit(points).fitted();
    } catch (MathIllegalStateException | SingularMatrixException e) {
      return new Usl.Refused("the throughput of the probes does not bend enough to tell");
    }
  }

  private Usl fitted() {
    Optimum optimum = new LevenbergMarquardtOptimizer().optimize(problem());
    RealVector theta = optimum.getPoint();
    int freedom = points.size() - UslCurve.PARAMETERS;
    double variance = optimum.getCost() * optimum.getCost() / freedom;
    RealMatrix covariance = optimum.getCovariances(1e-300).scalarMultiply(variance);
    double t = -new TDistribution(null, freedom).inverseCumulativeProbability(TAIL);
    LogRange range = new LogRange(theta, covariance, t);
    return new Usl.Fitted(
        range.of(UslCurve::lnGamma),
        range.of(UslCurve::lnSigma),
        range.of(UslCurve::lnKappa),
        peak(UslCurve.at(theta.toArray()), range),
        points.size());
  }

  private LeastSquaresBuilder builder() {
    return new LeastSquaresBuilder()
        .maxEvaluations(2000)
        .maxIterations(2000)
        .lazyEvaluation(false)
        .start(UslStart.of(points))
        .target(points.stream().mapToDouble(UslPoint::throughput).toArray())
        .weight(
            new DiagonalMatrix(
                points.stream().mapToDouble(p -> 1 / (p.error() * p.error())).toArray()));
  }

  private org.apache.commons.math3.fitting.leastsquares.LeastSquaresProblem problem() {
    return builder()
        .model(
            theta -> values(UslCurve.at(theta)),
            theta -> points.stream().map(UslCurve.at(theta)::gradient).toArray(double[][]::new))
        .build();
  }

  private double[] values(UslCurve curve) {
    return points.stream().mapToDouble(point -> curve.throughput(point.concurrency())).toArray();
  }

  private Usl.Peak peak(UslCurve curve, LogRange range) {
    double seen = points.stream().mapToDouble(UslPoint::concurrency).max().orElse(0);
    if (points.size() < MIN_POINTS_OF_PEAK) {
      return new PeakUnknown("a peak needs %d steady probes".formatted(MIN_POINTS_OF_PEAK));
    }
    if (curve.sigma() < BOUND || curve.kappa() < BOUND || curve.sigma() >= 1) {
      return new PeakUnknown("the throughput has no peak in sight");
    }
    if (seen < curve.peak()) {
      return new PeakUnknown("the peak would lie beyond the concurrency that was seen");
    }
    Range concurrency = range.of(c -> Math.log(c.peak()));
    Range throughput = range.of(c -> Math.log(c.throughput(c.peak())));
    boolean known = ratio(concurrency) <= WIDEST && ratio(throughput) <= WIDEST;
    return known
        ? new PeakAt(concurrency, throughput)
        : new PeakUnknown("the probes do not say well enough where the peak lies");
  }

  private static double ratio(Range range) {
    return range.high() / range.low();
  }

  /** Intervals of exp(g(θ)), with the gradient of g taken numerically. */
  private record LogRange(RealVector theta, RealMatrix covariance, double t) {
    Range of(ToDoubleFunction<UslCurve> g) {
      double[] at = theta.toArray();
      double value = g.applyAsDouble(UslCurve.at(at));
      double[] gradient = new double[at.length];
      for (int i = 0; i < at.length; i++) {
        double[] moved = at.clone();
        moved[i] += STEP;
        gradient[i] = (g.applyAsDouble(UslCurve.at(moved)) - value) / STEP;
      }
      RealVector d = new ArrayRealVector(gradient);
      double half = t * Math.sqrt(Math.max(0, d.dotProduct(covariance.operate(d))));
      return new Range(Math.exp(value), Math.exp(value - half), Math.exp(value + half));
    }
  }
}
