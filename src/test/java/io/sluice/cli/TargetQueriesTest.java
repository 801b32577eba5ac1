package io.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.sluice.cli.FakePrometheus.Reply;
import io.sluice.model.plan.Comparison;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Measure.TargetMetric;
import io.sluice.model.plan.Objective;
import io.sluice.model.plan.Reduction;
import io.sluice.model.plan.Selection;
import io.sluice.model.plan.Threshold;
import io.sluice.model.run.Interval;
import io.sluice.model.run.RunEnd;
import io.sluice.model.run.SeriesCatalog;
import io.sluice.model.run.TargetMetrics;
import io.sluice.model.run.TargetMetrics.Point;
import io.sluice.scenarios.HitPlan;
import io.sluice.scenarios.network.NetworkSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TargetQueriesTest {
  private static final String QUERY = "max(rate(cpu{job=\"shop\"}[1m])) + 1";
  private static final long START = 1_700_000_000_500L;
  private static final long SECOND = 1_000_000_000L;
  private static final RunEnd END = new RunEnd(RunEnd.Reason.COMPLETED, "", 12 * SECOND);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @TempDir private Path folder;

  private static LoadPlan plan(String... urls) {
    return HitPlan.of("http://127.0.0.1:1/")
        .withTimes(Duration.ofSeconds(2), Duration.ofSeconds(10))
        .plan(1, NetworkSettings.NONE)
        .withObjectives(Stream.of(urls).map(TargetQueriesTest::objective).toList());
  }

  private static Objective objective(String url) {
    return new Objective(
        new TargetMetric(QUERY, url, Reduction.MAX),
        Selection.ALL,
        Comparison.LT,
        new Threshold.Fixed(0.8),
        Objective.Severity.FAIL,
        0,
        "CPU < 0.8");
  }

  /** Queries of a run whose intervals tell that it began at {@link #START}. */
  private static TargetQueries begun(
      LoadPlan plan, @Nullable String url, Map<String, String> environment) {
    Clock clock = Clock.fixed(Instant.ofEpochMilli(START + 1000), ZoneOffset.UTC);
    TargetQueries queries = TargetQueries.of(plan, url, environment, clock);
    Interval second = new Interval(SeriesCatalog.of(plan));
    second.span(0, 0, SECOND);
    queries.onInterval(second);
    return queries;
  }

  private static TargetMetrics.Answer ask(String url, Duration patience) {
    return begun(plan(url), "http://127.0.0.1:1", Map.of()).ask(END, patience).answers().getFirst();
  }

  @Test
  void theMeasuredTimeIsAskedFor() throws IOException {
    try (FakePrometheus server =
        FakePrometheus.saying(
            _ ->
                Reply.matrix(
                    "[[1700000002.5,\"0.25\"],[1700000003.5,\"NaN\"],[1700000004.5,\"+Inf\"]]"))) {
      var series = (TargetMetrics.Series) ask(server.url(), PATIENCE);

      assertEquals(1, series.stepSeconds());
      assertEquals(
          List.of(
              new Point(2, 0.25), new Point(3, Double.NaN), new Point(4, Double.POSITIVE_INFINITY)),
          series.points());
      var asked = server.asked().getFirst();
      assertEquals("/api/v1/query_range", asked.path());
      assertEquals("", asked.authorization());
      assertEquals(
          Map.of("query", QUERY, "start", "1700000002.500", "end", "1700000012.500", "step", "1"),
          asked.form());
    }
  }

  @Test
  void aLongRunHasLongerSteps() throws IOException {
    try (FakePrometheus server = FakePrometheus.saying(asked -> Reply.constant(asked, "1"))) {
      LoadPlan plan =
          HitPlan.of("http://127.0.0.1:1/")
              .withTimes(Duration.ZERO, Duration.ofHours(1))
              .plan(1, NetworkSettings.NONE)
              .withObjectives(List.of(objective("")));
      RunEnd end = new RunEnd(RunEnd.Reason.INTERRUPTED, "", 3000 * SECOND);
      var series =
          (TargetMetrics.Series)
              begun(plan, server.url(), Map.of()).ask(end, PATIENCE).answers().getFirst();
      assertEquals(5, series.stepSeconds());
      assertEquals(601, series.points().size());
      assertEquals(new Point(3000, 1), series.points().getLast());
    }
  }

  @Test
  void credentialsComeFromTheEnvironment() throws IOException {
    try (FakePrometheus server = FakePrometheus.saying(asked -> Reply.constant(asked, "1"))) {
      begun(plan(""), server.url(), Map.of("PROMETHEUS_TOKEN", "abc")).ask(END, PATIENCE);
      begun(plan(""), server.url(), Map.of("PROMETHEUS_USER", "me", "PROMETHEUS_PASSWORD", "pw"))
          .ask(END, PATIENCE);
      assertEquals("Bearer abc", server.asked().get(0).authorization());
      assertEquals("Basic bWU6cHc=", server.asked().get(1).authorization());
    }
  }

  @Test
  void eachQueryGoesToItsServer() throws IOException {
    try (FakePrometheus standard = FakePrometheus.saying(asked -> Reply.constant(asked, "1"));
        FakePrometheus own = FakePrometheus.saying(asked -> Reply.constant(asked, "2"))) {
      TargetMetrics metrics =
          begun(plan("", own.url()), null, Map.of("PROMETHEUS_URL", standard.url() + "/"))
              .ask(END, PATIENCE);
      assertEquals(1, value(metrics, ""));
      assertEquals(2, value(metrics, own.url()));
    }
  }

  private static double value(TargetMetrics metrics, String url) {
    var answer = metrics.to(new TargetMetric(QUERY, url, Reduction.LAST)).orElseThrow();
    return ((TargetMetrics.Series) answer).points().getFirst().value();
  }

  static Stream<Arguments> sad() {
    String nothing = "SERVER answered with status %d and nothing that a Prometheus server says";
    return Stream.of(
        arguments(Reply.matrix(), "the query has no result on SERVER"),
        arguments(
            Reply.matrix("[[1,\"1\"]]", "[[1,\"2\"]]", "[[1,\"3\"]]"),
            "the query has 3 series as its result where one is needed: aggregate them, such as by"
                + " max(…) or sum(…)"),
        arguments(
            new Reply(
                400,
                "{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"1:5: parse error\"}"),
            "SERVER could not answer: 1:5: parse error"),
        arguments(
            new Reply(503, "{\"status\":\"error\",\"error\":\"query timed out\"}"),
            "SERVER could not answer: query timed out"),
        arguments(
            new Reply(
                422, "{\"status\":\"error\",\"error\":\"\\u001b[2J" + "x".repeat(300) + "\"}"),
            "SERVER could not answer: \\u001b[2J" + "x".repeat(190) + "…"),
        arguments(
            new Reply(401, "Unauthorized"),
            "SERVER refused access (status 401): set PROMETHEUS_TOKEN, or PROMETHEUS_USER and"
                + " PROMETHEUS_PASSWORD"),
        arguments(new Reply(302, ""), nothing.formatted(302)),
        arguments(new Reply(404, "<html>not found"), nothing.formatted(404)),
        arguments(new Reply(200, "<html>hello"), nothing.formatted(200)),
        arguments(new Reply(200, ""), nothing.formatted(200)),
        arguments(new Reply(200, "null"), nothing.formatted(200)),
        arguments(new Reply(200, "[1]"), nothing.formatted(200)),
        arguments(Reply.ok("{\"resultType\":\"vector\",\"result\":[]}"), nothing.formatted(200)),
        arguments(new Reply(500, "{\"status\":\"success\"}"), nothing.formatted(500)));
  }

  @ParameterizedTest
  @MethodSource("sad")
  void whateverGoesWrongIsAReason(Reply reply, String reason) throws IOException {
    try (FakePrometheus server = FakePrometheus.saying(_ -> reply)) {
      assertEquals(
          problem(reason.replace("SERVER", server.url()), server.url()),
          ask(server.url(), PATIENCE));
    }
  }

  private static TargetMetrics.Problem problem(String reason, String url) {
    return new TargetMetrics.Problem(QUERY, url, reason);
  }

  @Test
  void aServerThatIsNotThereIsAReason() throws IOException {
    String url;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      url = "http://127.0.0.1:" + free.getLocalPort();
    }
    assertEquals(
        problem(url + " cannot be reached: the connection was refused", url), ask(url, PATIENCE));
    String unknown = "http://nobody.invalid:9090";
    assertEquals(
        problem(unknown + " cannot be reached: its name has no address", unknown),
        ask(unknown, PATIENCE));
  }

  @Test
  void aServerThatDoesNotAnswerIsAReason() throws IOException {
    CountDownLatch over = new CountDownLatch(1);
    try (FakePrometheus server =
        FakePrometheus.saying(
            _ -> {
              try {
                over.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return Reply.matrix();
            })) {
      assertEquals(
          problem(server.url() + " did not answer within 200ms", server.url()),
          ask(server.url(), Duration.ofMillis(200)));
      over.countDown();
    }
  }

  @Test
  void aServerThatIsNotTrustedIsAReason() throws IOException {
    try (RawServer server = RawServer.greeting("220 no TLS is spoken here\r\n")) {
      String url = server.uri().replace("http:", "https:").replaceFirst("(:\\d+).*", "$1");
      var answer = (TargetMetrics.Problem) ask(url, PATIENCE);
      assertTrue(
          answer.reason().startsWith(url + ": no TLS connection that is trusted: "),
          answer::reason);
    }
  }

  @Test
  void anAnswerWithoutEndIsAReason() throws IOException {
    String large = "[" + "[1,\"1\"],".repeat(2_200_000) + "[1,\"1\"]]";
    try (FakePrometheus server = FakePrometheus.saying(_ -> Reply.matrix(large))) {
      var answer = (TargetMetrics.Problem) ask(server.url(), PATIENCE);
      assertTrue(answer.reason().startsWith(server.url() + " gave no answer: "), answer::reason);
    }
  }

  @Test
  void aRunThatDidNotGetThatFarAsksNobody() throws IOException {
    try (FakePrometheus server = FakePrometheus.saying(_ -> Reply.matrix())) {
      var queries = begun(plan(server.url()), null, Map.of());
      RunEnd early = new RunEnd(RunEnd.Reason.INTERRUPTED, "", SECOND);
      assertEquals(
          List.of(problem("the run ended before its measured time began", server.url())),
          queries.ask(early, PATIENCE).answers());
      assertEquals(List.of(), server.asked());
    }
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        arguments(
            Map.of(),
            "'CPU < 0.8' needs the address of a Prometheus server: --prometheus-url,"
                + " PROMETHEUS_URL, or 'url' in the scenario"),
        arguments(
            Map.of("PROMETHEUS_URL", "h:9090"),
            "PROMETHEUS_URL: expected the address of a server such as http://127.0.0.1:9090, was"
                + " 'h:9090'"),
        arguments(
            Map.of("PROMETHEUS_URL", "http://h", "PROMETHEUS_USER", "me"),
            "PROMETHEUS_USER and PROMETHEUS_PASSWORD go together: set both"),
        arguments(
            Map.of(
                "PROMETHEUS_URL",
                "http://h",
                "PROMETHEUS_TOKEN",
                "t",
                "PROMETHEUS_USER",
                "me",
                "PROMETHEUS_PASSWORD",
                "p"),
            "PROMETHEUS_TOKEN does not go with PROMETHEUS_USER and PROMETHEUS_PASSWORD: unset one"
                + " of them"),
        arguments(
            Map.of("PROMETHEUS_URL", "http://h", "PROMETHEUS_TOKEN", "a\nb"),
            "PROMETHEUS_TOKEN, PROMETHEUS_USER and PROMETHEUS_PASSWORD must be one line each"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void mistakesAreToldBeforeTheLoad(Map<String, String> environment, String sentence) {
    var mistake =
        assertThrows(
            UserMistake.class,
            () -> TargetQueries.of(plan(""), null, environment, Clock.systemUTC()));
    assertEquals(sentence, mistake.getMessage());
  }

  @Test
  void whatWasAnsweredIsKept() throws IOException {
    RunFolder run = new RunFolder(folder);
    assertEquals(TargetMetrics.NONE, TargetMetricsFile.read(run));
    TargetMetrics metrics =
        new TargetMetrics(
            List.of(
                new TargetMetrics.Series(
                    QUERY, "http://h", 5, List.of(new Point(1.5, 0.1), new Point(2, Double.NaN))),
                new TargetMetrics.Problem("up", "", "no \u0000 reason")));
    TargetMetricsFile.write(run, metrics);
    assertEquals(metrics, TargetMetricsFile.read(run));
  }

  @Test
  void aDamagedFileIsAMistake() throws IOException {
    RunFolder run = new RunFolder(folder);
    Path file = folder.resolve(TargetMetricsFile.NAME);
    Files.writeString(file, "{\"schema_version\": 2}");
    assertEquals(
        file + ": expected schema_version 1, was 2",
        assertThrows(UserMistake.class, () -> TargetMetricsFile.read(run)).getMessage());
    Files.writeString(file, "{");
    assertTrue(
        String.valueOf(
                assertThrows(UserMistake.class, () -> TargetMetricsFile.read(run)).getMessage())
            .startsWith(file + ": damaged: "));
  }
}
