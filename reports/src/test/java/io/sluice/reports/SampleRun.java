package io.sluice.reports;

import io.sluice.gate.ObjectiveResult;
import io.sluice.gate.Status;
import io.sluice.gate.Verdict;
import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.plan.CheckSpec;
import io.sluice.model.plan.Expectation;
import io.sluice.model.plan.Limits;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.MetricSpec;
import io.sluice.model.plan.Network;
import io.sluice.model.plan.Objective;
import io.sluice.model.plan.Op;
import io.sluice.model.plan.Phase;
import io.sluice.model.plan.RequestSpec;
import io.sluice.model.plan.Script;
import io.sluice.model.plan.StatusSet;
import io.sluice.model.plan.Target;
import io.sluice.model.plan.Template;
import io.sluice.model.plan.Window;
import io.sluice.model.run.ErrorKey;
import io.sluice.model.run.Health.Counter;
import io.sluice.model.run.Interval;
import io.sluice.model.run.Outcome;
import io.sluice.model.run.RequestSample;
import io.sluice.model.run.RunEnd;
import io.sluice.model.run.RunHeader;
import io.sluice.model.run.RunResult;
import io.sluice.model.run.SeriesCatalog;
import io.sluice.model.run.SeriesCell;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A run that never was: a tenth of it warm-up, then steady load, then a second of drain. Its
 * figures follow from a seed, on every platform alike.
 */
public final class SampleRun {
  public static final List<String> NAMES =
      List.of(
          "POST /auth/login",
          "GET /",
          "GET /products/search",
          "POST /cart/add",
          "POST /checkout/complete");
  private static final List<String> GROUPS =
      List.of(
          "User Authentication Flow",
          "Product Browsing",
          "Product Browsing / Search",
          "Shopping Cart Operations",
          "Checkout Process");
  private static final long SECOND = 1_000_000_000L;

  private final LoadPlan plan;
  private final SeriesCatalog catalog;
  private final int seconds;
  private final int perSecond;

  private SampleRun(LoadPlan plan, int seconds, int perSecond) {
    this.plan = plan;
    this.catalog = SeriesCatalog.of(plan);
    this.seconds = seconds;
    this.perSecond = perSecond;
  }

  /** The run that golden files are made of: 20 s at 40 requests a second. */
  public static RunResult golden() {
    return of(20, 40, NAMES);
  }

  /** A run that died before its first second was complete. */
  public static RunResult silent() {
    RunResult run = golden();
    RunEnd lost = new RunEnd(RunEnd.Reason.LOST, "the process was killed", 0);
    return new RunResult(run.plan(), run.header(), lost, listener -> {});
  }

  /** A run of closed load. */
  public static RunResult of(int seconds, int perSecond, List<String> names) {
    return new SampleRun(plan(seconds, names), seconds, perSecond).result();
  }

  public static LoadPlan plan(int seconds, List<String> names) {
    List<RequestSpec> requests = new ArrayList<>();
    List<Op> ops = new ArrayList<>();
    for (int r = 0; r < names.size(); r++) {
      requests.add(request(names.get(r), GROUPS.get(r % GROUPS.size())));
      ops.add(new Op.Send(r));
      ops.add(new Op.Settle());
    }
    requests.add(request("GET /health", "")); // of the set-up only: no report shows it
    ops.add(new Op.End());
    Duration all = Duration.ofSeconds(seconds);
    Duration warmup = Duration.ofSeconds(Math.max(1, seconds / 10));
    Phase phase =
        new Phase(
            "main",
            0,
            new ArrivalModel.RampingUsers(
                0,
                List.of(
                    new ArrivalModel.UserStage(warmup, 80),
                    new ArrivalModel.UserStage(all.minus(warmup), 80))),
            List.of(
                new Window("warm-up", Duration.ZERO, warmup, Window.Use.OBSERVED),
                new Window("steady", warmup, all, Window.Use.MEASURED)),
            Duration.ZERO,
            Duration.ofSeconds(5));
    return new LoadPlan(
        "Storefront journey",
        "demo",
        4_611_686_018_427_387_905L,
        List.of(new Target("https", "api.example.com", 443), new Target("http", "10.0.0.7", 8080)),
        List.of(),
        requests,
        List.of(
            new CheckSpec("status is 200", 0, new Expectation.Status(StatusSet.parse("200"))),
            new CheckSpec("status is 200", 1, new Expectation.Status(StatusSet.parse("200"))),
            new CheckSpec("never reached", 1, new Expectation.Status(StatusSet.parse("200")))),
        List.of(
            new MetricSpec("order_completion_time", MetricSpec.Kind.TREND),
            new MetricSpec("abandonment", MetricSpec.Kind.RATE),
            new MetricSpec("silent", MetricSpec.Kind.TREND),
            new MetricSpec("kilograms_sold", MetricSpec.Kind.COUNTER),
            new MetricSpec("cart_size", MetricSpec.Kind.GAUGE),
            new MetricSpec("never_set", MetricSpec.Kind.GAUGE)),
        List.of(new Script("journey", 0, ops)),
        Script.empty("setup"),
        List.of(phase),
        List.of(),
        Limits.DEFAULT,
        Network.DEFAULT.withTls(Network.Tls.DEFAULT.withTrust(Network.Tls.Trust.INSECURE)));
  }

  /** The plan with other requests in the place of its own. */
  public static LoadPlan withRequests(LoadPlan plan, List<RequestSpec> requests) {
    return new LoadPlan(
        plan.name(),
        plan.profile(),
        plan.seed(),
        plan.targets(),
        plan.data(),
        requests,
        plan.checks(),
        plan.metrics(),
        plan.scripts(),
        plan.setup(),
        plan.phases(),
        plan.objectives(),
        plan.limits(),
        plan.network());
  }

  private static RequestSpec request(String name, String group) {
    return new RequestSpec(
        name,
        group,
        Map.of(),
        "GET",
        0,
        Template.of("/"),
        List.of(),
        Template.EMPTY,
        Duration.ofSeconds(10),
        StatusSet.SUCCESS,
        RequestSpec.Redirects.FOLLOW);
  }

  private RunResult result() {
    return new RunResult(
        plan,
        new RunHeader(
            plan.name(),
            Instant.parse("2026-03-01T09:30:00.250Z"),
            "5bd1" + "07e9".repeat(15), // the plan's own changes with every field a plan gets
            2,
            Map.of("version", "0.1.0", "java", "25.0.1", "os", "Linux 6.8 amd64", "cpus", "4")),
        new RunEnd(RunEnd.Reason.COMPLETED, "", seconds * SECOND + SECOND / 4),
        listener -> {
          SplittableRandom random = new SplittableRandom(7);
          for (int s = 0; s < seconds; s++) {
            Interval interval = new Interval(catalog);
            interval.span(s, s * SECOND, (s + 1) * SECOND);
            second(interval, s, random);
            listener.onInterval(interval);
          }
          Interval drain = new Interval(catalog);
          drain.span(seconds, seconds * SECOND, seconds * SECOND + SECOND / 4);
          end(drain);
          listener.onInterval(drain);
        });
  }

  private void second(Interval interval, int second, SplittableRandom random) {
    int warmup = Math.max(1, seconds / 10);
    int window = second < warmup ? 0 : 1;
    int names = catalog.requestCount() - 1;
    int count = second < warmup ? perSecond * (second + 1) / (warmup + 1) : perSecond;
    boolean bad = second > seconds / 2 && second < seconds / 2 + Math.max(2, seconds / 12);
    for (int i = 0; i < count; i++) {
      int r = i % names;
      SeriesCell cell = interval.series(window * catalog.requestCount() + r);
      cell.start();
      cell.bytes(420, 2_300 + 100L * r);
      double slow = bad ? 4 : 1;
      long response = Math.round(slow * (r + 1) * 6e6 * StrictMath.exp(random.nextGaussian() * .6));
      boolean failed = bad && r == names - 1 && random.nextInt(3) == 0;
      long service = response * 9 / 10;
      cell.finish(
          failed ? Outcome.HTTP_ERROR : Outcome.OK,
          failed ? 503 : 200,
          response,
          service,
          service * 3 / 4);
      if (failed) {
        ErrorKey key = new ErrorKey(catalog.series(r).request(), Outcome.HTTP_ERROR, "status 503");
        interval.error(key, 1);
      }
      if (failed || i % 50 == 0) {
        interval.sample(sample(r, failed, second, response, service));
      }
      if (r < 2) {
        interval.check(window * catalog.checkCount() + r).record(!bad || i % 7 != 0);
      }
    }
    interval.metric(window * catalog.metricCount()).time(2 * SECOND + second * SECOND / 50);
    interval.metric(window * catalog.metricCount() + 1).count(second % 9 == 0);
    interval.metric(window * catalog.metricCount() + 3).number(2.5);
    interval.metric(window * catalog.metricCount() + 4).number(second % 6);
    long users = Math.min(80, 80L * (second + 1) / warmup);
    SampleHealth.second(interval, catalog, second, users, count / 5, bad, random);
  }

  private RequestSample sample(int r, boolean failed, int second, long response, long service) {
    long done = second * SECOND + SECOND / 2;
    long written = done - service;
    return new RequestSample(
        new ErrorKey(
            catalog.series(r).request(),
            failed ? Outcome.HTTP_ERROR : Outcome.OK,
            failed ? "status 503" : ""),
        "POST",
        "https://api.example.com/checkout/complete?step=2",
        failed ? 503 : 200,
        done - response,
        done - response + 100_000,
        written,
        written + service * 3 / 4,
        done,
        RequestSample.UNSET,
        RequestSample.UNSET,
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        failed ? "Content-Type: application/json\nRetry-After: 5\n" : "",
        failed ? "{\"error\": \"no stock\"}" : "",
        failed ? 21 : 0);
  }

  /** Two requests of the drain: one started before and answered, one cut. */
  private void end(Interval interval) {
    SeriesCell steady = interval.series(catalog.requestCount());
    steady.start();
    steady.bytes(420, 900);
    steady.redirects(1);
    steady.finish(Outcome.OK, 204, 60_000_000, 55_000_000, 54_000_000);
    SeriesCell drain = interval.series(2 * catalog.requestCount());
    drain.start();
    drain.finish(Outcome.ABORTED, 0, 200_000_000, -1, -1);
    interval.health().set(Counter.INTERRUPTED, 1);
  }

  /** A verdict of every status, with every kind of value. */
  public static Verdict verdict() {
    double ms = 1e6;
    return new Verdict(
        Status.FAIL,
        "p95 of checkout is 412ms where less than 300ms was asked for.",
        List.of(
            result("p95 < 2s", 122.4 * ms, 110.2 * ms, 141.7 * ms, 720, Status.PASS, "holds"),
            result(
                "p95{endpoint:checkout} < 300ms",
                412 * ms,
                371 * ms,
                466 * ms,
                144,
                Status.FAIL,
                "the whole interval is above the threshold"),
            result(
                "p99 < 500ms",
                390 * ms,
                260 * ms,
                Double.POSITIVE_INFINITY,
                720,
                Status.INCONCLUSIVE,
                "720 samples do not bound p99 from above; about 2 more minutes at this rate would"),
            result("error_rate < 5%", .0139, .0077, .0249, 720, Status.PASS, "holds"),
            result("throughput >= 1000/min", 40.05, 39.8, 40.3, 18, Status.PASS, "holds"),
            result(
                "p95(order_completion_time) < 30s",
                Double.NaN,
                Double.NaN,
                Double.NaN,
                0,
                Status.INCONCLUSIVE,
                "no samples"),
            result(
                "p90{request:GET /} < 1s",
                Double.POSITIVE_INFINITY,
                80 * ms,
                Double.POSITIVE_INFINITY,
                144,
                Status.FAIL,
                "more than a tenth of the requests failed")),
        List.of("The generator's own lag (p99 0.33ms) is far below every threshold."),
        0.95,
        Verdict.Statistics.INTERVAL);
  }

  public static ObjectiveResult result(
      String expression,
      double estimate,
      double low,
      double high,
      long samples,
      Status status,
      String reason) {
    return new ObjectiveResult(
        Objective.parse(expression),
        estimate,
        low,
        high,
        samples,
        samples * 0.8,
        true,
        status == Status.PASS,
        status,
        reason);
  }
}
