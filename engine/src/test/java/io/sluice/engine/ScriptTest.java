package io.sluice.engine;

import static io.sluice.engine.fake.Near.assertNear;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.engine.fake.FakeWire;
import io.sluice.engine.fake.Plans;
import io.sluice.engine.fake.Reply;
import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.plan.Comparison;
import io.sluice.model.plan.Condition;
import io.sluice.model.plan.Expectation;
import io.sluice.model.plan.Expr;
import io.sluice.model.plan.MetricSpec;
import io.sluice.model.plan.Op;
import io.sluice.model.plan.Selector;
import io.sluice.model.plan.StatusSet;
import io.sluice.model.plan.Template;
import io.sluice.model.run.CheckCell;
import io.sluice.model.run.MetricCell;
import io.sluice.model.run.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each instruction of a script does, seen from outside. */
class ScriptTest {
  private static final long MILLI = 1_000_000;
  private static final Selector BODY = new Selector.Body();
  private static final Op SEND = new Op.Send(0);
  private static final Op SETTLE = new Op.Settle();

  private static CellRun once(Plans plans, Function<FakeWire.Sent, Reply> target) {
    return CellRun.of(
        plans.phase(new ArrivalModel.Iterations(1, 1, Duration.ofSeconds(60))).build(), target);
  }

  private static Reply answer(int status, String body) {
    return Reply.of(status, 10 * MILLI).withBody(body);
  }

  private static String paths(CellRun run) {
    return String.join(
        " ", run.wire.sent().stream().map(sent -> sent.text().split(" ", 3)[1]).toList());
  }

  private static Selector regex(String pattern) {
    return new Selector.Regex(pattern);
  }

  private static Expectation status(String set) {
    return new Expectation.Status(StatusSet.parse(set));
  }

  @ParameterizedTest
  @CsvSource({
    "200, OK",
    "204, OK",
    "302, OK",
    "399, OK",
    "400, HTTP_ERROR",
    "404, HTTP_ERROR",
    "429, THROTTLED",
    "500, HTTP_ERROR",
    "799, HTTP_ERROR"
  })
  void theStatusDecidesTheOutcome(int status, Outcome outcome) {
    CellRun run = once(new Plans().get("/").script(SEND, SETTLE), _ -> answer(status, ""));
    assertEquals(1, run.outcomes(outcome));
    assertEquals(1, run.all().statuses().of(status));
  }

  @Test
  void aCheckThatFailsFailsTheExchange() {
    Plans plans =
        new Plans()
            .get("/")
            .check("is there", 0, new Expectation.Contains(BODY, "yes"))
            .check("status is 200", 0, status("200"))
            .check("is fast", 0, new Expectation.FasterThan(Duration.ofMillis(10)))
            .script(SEND, new Op.Check(0), new Op.Check(1), new Op.Check(2), SETTLE);
    CellRun run = once(plans, _ -> answer(200, "no"));
    assertEquals(1, run.outcomes(Outcome.CHECK_FAILED));
    assertEquals("is there", run.total().errors().keySet().iterator().next().detail());
    assertEquals(1, run.total().check(0).fails());
    assertEquals(1, run.total().check(1).passes(), "the others are looked at all the same");
    assertEquals(1, run.total().check(2).fails(), "10 ms are not below 10 ms");
  }

  @Test
  void anHttpErrorStaysOneWhateverTheChecksSay() {
    Plans plans =
        new Plans()
            .get("/")
            .check("status is 200", 0, status("200"))
            .check("says why", 0, new Expectation.Contains(BODY, "busy"))
            .script(SEND, new Op.Check(0), new Op.Check(1), SETTLE);
    CellRun run = once(plans, _ -> answer(503, "busy"));
    assertEquals(1, run.outcomes(Outcome.HTTP_ERROR));
    assertEquals("status 503", run.total().errors().keySet().iterator().next().detail());
    assertEquals(1, run.total().check(0).fails());
    assertEquals(1, run.total().check(1).passes());
  }

  @ParameterizedTest
  @CsvSource({"CONNECT_FAILED", "RESET", "PROTOCOL_ERROR", "TLS_FAILED"})
  void anExchangeWithoutAnAnswerSatisfiesNoCheck(Outcome outcome) {
    Plans plans =
        new Plans()
            .get("/")
            .check("is fast", 0, new Expectation.FasterThan(Duration.ofSeconds(1)))
            .check("any status", 0, new Expectation.Status(StatusSet.ANY))
            .check("holds nothing", 0, new Expectation.Contains(BODY, ""))
            .script(SEND, new Op.Check(0), new Op.Check(1), new Op.Check(2), SETTLE);
    CellRun run = once(plans, _ -> Reply.failure(outcome, MILLI));
    assertEquals(1, run.outcomes(outcome));
    for (int check = 0; check < 3; check++) {
      CheckCell cell = run.total().check(check);
      assertEquals(0, cell.passes(), "check " + check);
      assertEquals(1, cell.fails(), "check " + check);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "hello 42, true, true, true, true",
    "hello, true, true, false, false",
    "hell, true, true, false, false",
    "'', false, false, false, false"
  })
  void checksLookIntoBodies(
      String body, boolean found, boolean notEmpty, boolean equal, boolean contains) {
    Template expected =
        new Template(
            List.of(
                new Template.Literal("hello "),
                new Template.Hole(
                    new Expr.Sum(new Expr.Whole(40), new Expr.Whole(2)), Template.Escape.NONE)));
    Plans plans =
        new Plans()
            .get("/")
            .check("found", 0, new Expectation.Found(BODY))
            .check("not empty", 0, new Expectation.NotEmpty(BODY))
            .check("equal", 0, new Expectation.EqualTo(BODY, expected))
            .check("contains", 0, new Expectation.Contains(BODY, "o 42"))
            .script(
                SEND, new Op.Check(0), new Op.Check(1), new Op.Check(2), new Op.Check(3), SETTLE);
    CellRun run = once(plans, _ -> answer(200, body));
    boolean[] expectedPasses = {found, notEmpty, equal, contains};
    for (int check = 0; check < 4; check++) {
      assertEquals(expectedPasses[check], run.total().check(check).passes() == 1, "check " + check);
    }
  }

  @Test
  void anEmptyMatchIsFoundButEmpty() {
    Plans plans =
        new Plans()
            .get("/")
            .check("found", 0, new Expectation.Found(regex("a(b*)c")))
            .check("not empty", 0, new Expectation.NotEmpty(regex("a(b*)c")))
            .script(SEND, new Op.Check(0), new Op.Check(1), SETTLE);
    CellRun run = once(plans, _ -> answer(200, "xacx"));
    assertEquals(1, run.total().check(0).passes());
    assertEquals(1, run.total().check(1).fails());
  }

  @Test
  void extractsIntoSlotsAndSendsThemOn() {
    Template path =
        new Template(
            List.of(
                new Template.Literal("/item/"),
                new Template.Hole(new Expr.Slot(0), Template.Escape.PATH),
                new Template.Literal("/"),
                new Template.Hole(new Expr.Slot(1), Template.Escape.PATH)));
    var spec = Plans.request("GET", "/x", Template.EMPTY);
    var second =
        new io.sluice.model.plan.RequestSpec(
            "second",
            "",
            java.util.Map.of(),
            "GET",
            0,
            path,
            List.of(),
            Template.EMPTY,
            spec.timeout(),
            spec.accepted(),
            spec.redirects());
    Plans plans =
        new Plans()
            .get("/")
            .request(second)
            .script(
                SEND,
                new Op.Extract(0, regex("id=(\\w+)")),
                new Op.Extract(1, new Selector.Header("X-Session")),
                SETTLE,
                new Op.Send(1),
                SETTLE);
    CellRun run = once(plans, _ -> answer(200, "id=a7").withHeader("x-session", "s 1"));
    assertEquals("/ /item/a7/s%201", paths(run));
  }

  @Test
  void anExtractionThatFindsNothingClearsItsSlot() {
    Op[] ops = {
      new Op.Assign(0, new Expr.Text("old")),
      SEND,
      new Op.Extract(0, regex("id=(\\w+)")),
      SETTLE,
      new Op.JumpIf(new Condition.Present(0), 7),
      new Op.Send(1),
      SETTLE
    };
    Plans found = new Plans().get("/").get("/absent").script(ops);
    assertEquals("/", paths(once(found, _ -> answer(200, "id=7"))));
    Plans missing = new Plans().get("/").get("/absent").script(ops);
    assertEquals("/ /absent", paths(once(missing, _ -> answer(200, "none"))));
    Plans failed = new Plans().get("/").get("/absent").script(ops);
    assertEquals("/ /absent", paths(once(failed, _ -> Reply.failure(Outcome.RESET, 0))));
  }

  @Test
  void leavesTheIterationAfterAFailure() {
    Op[] ops = {SEND, SETTLE, new Op.JumpIf(new Condition.LastFailed(), 5), new Op.Send(1), SETTLE};
    Plans plans = new Plans().get("/").get("/more").script(ops);
    assertEquals("/ /more", paths(once(plans, _ -> answer(200, ""))));
    Plans failing = new Plans().get("/").get("/more").script(ops);
    assertEquals("/", paths(once(failing, _ -> answer(500, ""))));
  }

  @Test
  void repeats() {
    Condition again =
        new Condition.CompareNumbers(new Expr.Slot(0), Comparison.LT, new Expr.Whole(3));
    Plans plans =
        new Plans()
            .get("/")
            .script(
                new Op.Assign(0, new Expr.Whole(0)),
                SEND,
                SETTLE,
                new Op.Assign(0, new Expr.Sum(new Expr.Slot(0), new Expr.Whole(1))),
                new Op.JumpIf(again, 1));
    assertEquals("/ / /", paths(once(plans, _ -> answer(200, ""))));
  }

  @Test
  void slotsAreEmptyAtTheStartOfEveryIteration() {
    Plans plans =
        new Plans()
            .get("/first")
            .get("/again")
            .script(
                new Op.JumpIf(new Condition.Present(0), 4),
                SEND,
                SETTLE,
                new Op.Jump(6),
                new Op.Send(1),
                SETTLE,
                new Op.Assign(0, new Expr.Whole(1)))
            .phase(new ArrivalModel.Iterations(1, 3, Duration.ofSeconds(60)));
    assertEquals("/first /first /first", paths(CellRun.of(plans.build(), _ -> answer(200, ""))));
  }

  @Test
  void timersMeasureAStretchOfTheJourneyWithItsThinkTime() {
    Op pause = new Op.Pause(Duration.ofMillis(25), Duration.ofMillis(25));
    Plans plans =
        new Plans()
            .get("/")
            .metric("order_time", MetricSpec.Kind.TREND)
            .metric("never", MetricSpec.Kind.TREND)
            .script(
                pause,
                new Op.StartTimer(0),
                SEND,
                SETTLE,
                pause,
                SEND,
                SETTLE,
                new Op.StopTimer(0, 0),
                new Op.StopTimer(1, 1));
    CellRun run = once(plans, _ -> answer(200, ""));
    assertEquals(1, run.total().metric(0).trend().getTotalCount());
    assertNear(45_000, run.total().metric(0).trend().getMaxValue(), 50);
    assertEquals(0, run.total().metric(1).trend().getTotalCount(), "a timer that never started");
  }

  @Test
  void countsTruesAndFalses() {
    Plans plans =
        new Plans()
            .get("/")
            .metric("abandoned", MetricSpec.Kind.RATE)
            .script(
                SEND,
                SETTLE,
                new Op.Count(0, true),
                new Op.Count(0, false),
                new Op.Count(0, false));
    CellRun run = once(plans, _ -> answer(200, ""));
    assertEquals(1, run.total().metric(0).trues());
    assertEquals(3, run.total().metric(0).total());
  }

  @Test
  void addsToCountersAndSetsGauges() {
    Expr slot = new Expr.Slot(0);
    Plans plans =
        new Plans()
            .get("/")
            .metric("items", MetricSpec.Kind.COUNTER)
            .metric("queue", MetricSpec.Kind.GAUGE)
            .script(
                SEND,
                SETTLE,
                new Op.Assign(0, new Expr.Text("12")),
                new Op.Add(0, new Expr.Whole(2)),
                new Op.Add(0, new Expr.Sum(slot, new Expr.Whole(1))),
                new Op.Gauge(1, slot),
                new Op.Gauge(1, new Expr.Whole(-4)),
                new Op.Gauge(1, new Expr.Whole(5)));
    MetricCell items = once(plans, _ -> answer(200, "")).total().metric(0);
    MetricCell queue = once(plans, _ -> answer(200, "")).total().metric(1);
    assertEquals(15, items.sum());
    assertEquals(2, items.total());
    assertEquals(5, queue.last());
    assertEquals(-4, queue.smallest());
    assertEquals(12, queue.largest());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "many", "1.5", "1 ", "1234567890123456789"})
  void whatIsNoNumberIsNotCounted(String text) {
    Expr slot = new Expr.Slot(0);
    Plans plans =
        new Plans()
            .get("/")
            .metric("items", MetricSpec.Kind.COUNTER)
            .script(
                SEND,
                SETTLE,
                new Op.Add(0, slot),
                new Op.Assign(0, new Expr.Text(text)),
                new Op.Add(0, slot),
                new Op.Add(0, new Expr.Sum(new Expr.Whole(1), slot)),
                new Op.Gauge(0, new Expr.Text(text)),
                SEND,
                SETTLE);
    CellRun run = once(plans, _ -> answer(200, ""));
    assertEquals(0, run.total().metric(0).total());
    assertEquals(2, run.outcomes(Outcome.OK), "the user goes on");
  }

  @Test
  void thinkTimeIsUniformBetweenItsEnds() {
    Plans plans =
        new Plans()
            .get("/")
            .script(SEND, SETTLE, new Op.Pause(Duration.ofSeconds(1), Duration.ofSeconds(5)))
            .phase(new ArrivalModel.ConstantUsers(50, Duration.ofSeconds(300)));
    CellRun run = CellRun.of(plans.build(), _ -> Reply.of(200, 0));
    double perUser = run.all().started() / 50.0;
    assertEquals(101, perUser, 3, "3 s on average");
  }

  @Test
  void bodiesThatNobodyLooksAtAreNotKept() {
    Plans plans =
        new Plans()
            .get("/kept")
            .get("/not")
            .check("c", 0, new Expectation.Found(BODY))
            .script(SEND, new Op.Check(0), SETTLE, new Op.Send(1), SETTLE);
    java.util.List<Boolean> kept = new java.util.ArrayList<>();
    CellRun run =
        once(
            plans,
            sent -> {
              kept.add(sent.exchange().keepBody());
              return answer(200, "x");
            });
    assertEquals(List.of(true, false), kept);
    assertEquals(2, run.outcomes(Outcome.OK));
    assertFalse(run.wire.sent().isEmpty());
    assertTrue(run.wire.sent().getLast().exchange().body() == null, "given back");
  }
}
