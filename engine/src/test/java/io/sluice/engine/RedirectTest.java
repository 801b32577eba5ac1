package io.sluice.engine;

import static io.sluice.engine.fake.Near.assertNear;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.engine.fake.FakeWire;
import io.sluice.engine.fake.Plans;
import io.sluice.engine.fake.Reply;
import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Op;
import io.sluice.model.plan.RequestSpec;
import io.sluice.model.plan.StatusSet;
import io.sluice.model.plan.Target;
import io.sluice.model.plan.Template;
import io.sluice.model.run.ErrorKey;
import io.sluice.model.run.Health.Counter;
import io.sluice.model.run.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedirectTest {
  private static final long MILLI = 1_000_000;

  private static CellRun run(
      String method, RequestSpec.Redirects redirects, Function<FakeWire.Sent, Reply> target) {
    RequestSpec request =
        new RequestSpec(
            "start",
            "",
            Map.of(),
            method,
            0,
            Template.of("/shop/start?x=1"),
            List.of(new RequestSpec.Header("Authorization", Template.of("secret"))),
            method.equals("POST") || method.equals("PUT") ? Template.of("data") : Template.EMPTY,
            Duration.ofSeconds(10),
            StatusSet.SUCCESS,
            redirects);
    LoadPlan plan =
        new Plans()
            .target(new Target("http", "shop.test", 80))
            .target(new Target("https", "pay.test", 8443))
            .request(request)
            .script(new Op.Send(0), new Op.Settle())
            .phase(new ArrivalModel.Iterations(1, 1, Duration.ofSeconds(60)))
            .build();
    return CellRun.of(plan, target);
  }

  private static CellRun follow(String method, int status, String location) {
    return run(
        method,
        RequestSpec.Redirects.FOLLOW,
        sent ->
            sent.text().contains("/shop/start?x=1 ")
                ? Reply.of(status, 20 * MILLI).withHeader("location", location)
                : Reply.of(200, 30 * MILLI));
  }

  private static String last(CellRun run) {
    return run.wire.sent().getLast().text();
  }

  private static String details(CellRun run) {
    return String.join("; ", run.total().errors().keySet().stream().map(ErrorKey::detail).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "/there, 0, /there",
    "/there?a=b#part, 0, /there?a=b",
    "next, 0, /shop/next",
    "./next/, 0, /shop/next/",
    "../up, 0, /up",
    "?page=2, 0, /shop/start?page=2",
    "http://shop.test, 0, /",
    "http://SHOP.test:80/abs, 0, /abs",
    "//shop.test/same, 0, /same",
    "https://pay.test:8443/pay?id=%20, 1, /pay?id=%20"
  })
  void isFollowedToThePlansOwnTargets(String location, int target, String path) {
    CellRun run = follow("GET", 302, location);
    assertEquals(2, run.wire.sent().size(), details(run));
    assertEquals(target, run.wire.sent().getLast().target());
    assertTrue(last(run).startsWith("GET " + path + " HTTP/1.1\r\n"), last(run));
    assertEquals(target == 0, last(run).contains("Authorization: secret"));
    assertEquals(1, run.all().redirects());
    assertEquals(1, run.outcomes(Outcome.OK));
    assertEquals(1, run.all().started(), "it is one request");
    assertEquals(1, run.all().statuses().of(200));
  }

  @ParameterizedTest
  @CsvSource({
    "http://evil.test/x, redirect to http://evil.test/x not followed",
    "https://shop.test/x, redirect to https://shop.test/x not followed",
    "http://shop.test:81/x, redirect to http://shop.test:81/x not followed",
    "http://shop.test@evil.test/x, redirect to http://shop.test@evil.test/x not followed",
    "mailto:a@b, redirect to 'mailto:a@b' is no URL",
    "/a b, redirect to '/a b' is no URL",
    "http://[bad, redirect to 'http://[bad' is no URL"
  })
  void isNotFollowedElsewhereAndReported(String location, String detail) {
    CellRun run = follow("GET", 302, location);
    assertEquals(1, run.wire.sent().size());
    assertEquals(1, run.count(Counter.REDIRECTS_REFUSED));
    assertEquals(detail, details(run));
    assertEquals(1, run.outcomes(Outcome.OK), "302 is what the request accepts");
    assertEquals(1, run.all().statuses().of(302));
  }

  @ParameterizedTest
  @CsvSource({
    "GET,301,GET,false",
    "GET,303,GET,false",
    "GET,307,GET,false",
    "GET,308,GET,false",
    "POST,301,GET,false",
    "POST,302,GET,false",
    "POST,303,GET,false",
    "POST,307,POST,true",
    "POST,308,POST,true",
    "PUT,301,PUT,true",
    "PUT,302,PUT,true",
    "PUT,303,GET,false",
    "PUT,307,PUT,true",
    "DELETE,302,DELETE,false",
    "DELETE,303,GET,false",
    "HEAD,303,HEAD,false",
    "HEAD,301,HEAD,false"
  })
  void keepsOrChangesTheMethod(String method, int status, String then, boolean body) {
    CellRun run = follow(method, status, "/there");
    assertTrue(last(run).startsWith(then + " /there HTTP/1.1\r\n"), last(run));
    assertEquals(body, last(run).endsWith("\r\n\r\ndata"));
  }

  @ParameterizedTest
  @CsvSource({"300", "304", "305", "306", "200", "201"})
  void isNoneWithAnotherStatus(int status) {
    CellRun run = follow("GET", status, "/there");
    assertEquals(1, run.wire.sent().size());
    assertEquals(0, run.count(Counter.REDIRECTS_REFUSED));
  }

  @Test
  void isTakenAsTheAnswerWhereThePlanSaysSo() {
    CellRun run =
        run(
            "GET",
            RequestSpec.Redirects.KEEP,
            _ -> Reply.of(302, MILLI).withHeader("location", "/there"));
    assertEquals(1, run.wire.sent().size());
    assertEquals(0, run.count(Counter.REDIRECTS_REFUSED));
  }

  @Test
  void isFollowedTenTimesAtMost() {
    CellRun run =
        run(
            "GET",
            RequestSpec.Redirects.FOLLOW,
            _ -> Reply.of(302, MILLI).withHeader("location", "/round"));
    assertEquals(11, run.wire.sent().size());
    assertEquals("more than 10 redirects", details(run));
    assertEquals(10, run.all().redirects());
    assertEquals(1, run.outcomes(Outcome.OK));
  }

  @Test
  void isOneStretchOfTime() {
    CellRun run = follow("GET", 302, "/there");
    assertNear(50_000, run.all().okResponse().getMaxValue(), 100);
    assertNear(50_000, run.all().service().getMaxValue(), 100, "from the first writing on");
    assertNear(20_000, run.all().firstByte().getMaxValue(), 100);
  }

  @Test
  void sharesTheRequestsTimeout() {
    CellRun run =
        run(
            "GET",
            RequestSpec.Redirects.FOLLOW,
            sent ->
                sent.text().contains("/shop/start")
                    ? Reply.of(302, 6000 * MILLI).withHeader("location", "/there")
                    : Reply.of(200, 6000 * MILLI));
    assertEquals(1, run.outcomes(Outcome.TIMEOUT));
    assertNear(10_000_000, run.all().failedResponse().getMaxValue(), 20_000);
  }

  @ParameterizedTest
  @CsvSource({"a, http://blue.test/there, 2", "b, http://blue.test/there, 1"})
  void staysOnTheTargetsOfItsArm(String arm, String location, int sent) {
    LoadPlan plan =
        new Plans()
            .target(new Target("http", "blue.test", 80))
            .target(new Target("http", "green.test", 80))
            .request(ofArm("a", 0))
            .request(ofArm("b", 1))
            .script(new Op.Send(arm.equals("a") ? 0 : 1), new Op.Settle())
            .phase(new ArrivalModel.Iterations(1, 1, Duration.ofSeconds(60)))
            .build();
    CellRun run =
        CellRun.of(
            plan,
            request ->
                request.text().contains("/start ")
                    ? Reply.of(302, MILLI).withHeader("location", location)
                    : Reply.of(200, MILLI));
    assertEquals(sent, run.wire.sent().size());
    assertEquals(sent == 1 ? "redirect to http://blue.test/there not followed" : "", details(run));
  }

  private static RequestSpec ofArm(String arm, int target) {
    return new RequestSpec(
        "start",
        "",
        Map.of(ArrivalModel.Arm.TAG, arm),
        "GET",
        target,
        Template.of("/start"),
        List.of(),
        Template.EMPTY,
        Duration.ofSeconds(10),
        StatusSet.SUCCESS,
        RequestSpec.Redirects.FOLLOW);
  }
}
