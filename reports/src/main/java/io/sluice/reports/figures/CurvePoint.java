package io.sluice.reports.figures;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * A point of the percentile distribution.
 *
 * @param beyond 1 - q: the share of requests that are slower, more than 0
 * @param millis the quantile
 */
public record CurvePoint(double beyond, double millis) {
  private static final int POINTS_PER_DECADE = 12;

  /**
   * The distribution at even steps of log(1 - q), as far as the samples reach: the last point is
   * the slowest request.
   */
  static List<CurvePoint> curve(Histogram micros) {
    List<CurvePoint> points = new ArrayList<>();
    long samples = micros.getTotalCount();
    if (samples == 0) {
      return points;
    }
    double last = 1.0 / samples;
    for (int i = 0; ; i++) {
      double beyond = Math.pow(10, -(double) i / POINTS_PER_DECADE);
      if (beyond <= last) {
        break;
      }
      points.add(new CurvePoint(beyond, Distribution.percentile(micros, 100 * (1 - beyond))));
    }
    points.add(new CurvePoint(last, Distribution.max(micros)));
    return List.copyOf(points);
  }
}
