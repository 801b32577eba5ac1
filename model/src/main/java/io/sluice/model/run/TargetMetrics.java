package io.sluice.model.run;

import io.sluice.model.plan.Measure;
import java.util.List;
import java.util.Optional;

/**
 * What Prometheus servers said of the target over the measured time of a run.
 *
 * @param answers at most one to each query of a server
 */
public record TargetMetrics(List<Answer> answers) {
  /** Nobody was asked. */
  public static final TargetMetrics NONE = new TargetMetrics(List.of());

  public TargetMetrics {
    answers = List.copyOf(answers);
  }

  /** What came back to a query. */
  public sealed interface Answer {
    /** The query in PromQL. */
    String query();

    /** Of the server as the plan has it; empty for the one that the command line named. */
    String url();
  }

  /**
   * A series.
   *
   * @param stepSeconds how far apart its moments are where none is missing
   * @param points in the order of time
   */
  public record Series(String query, String url, double stepSeconds, List<Point> points)
      implements Answer {
    public Series {
      points = List.copyOf(points);
    }
  }

  /**
   * Nothing that can be judged.
   *
   * @param reason a clause, such as {@code the server did not answer within 10s}
   */
  public record Problem(String query, String url, String reason) implements Answer {}

  /**
   * A moment.
   *
   * @param seconds from the start of the run
   * @param value may be no number, or infinite
   */
  public record Point(double seconds, double value) {}

  /** The answer to what an objective asks. */
  public Optional<Answer> to(Measure.TargetMetric metric) {
    return answers.stream()
        .filter(a -> a.query().equals(metric.query()) && a.url().equals(metric.url()))
        .findFirst();
  }
}
