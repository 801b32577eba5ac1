package io.sluice.scenarios.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.Network;
import io.sluice.scenarios.HitPlan;
import io.sluice.scenarios.Samples;
import io.sluice.scenarios.Scenarios;
import io.sluice.scenarios.compile.CompiledScenario;
import io.sluice.scenarios.compile.ScenarioOptions;
import io.sluice.scenarios.network.NetworkSettings;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanJsonTest {
  private static final String EVERYTHING =
      """
      data: { terms: [a, b], users: [ { name: x } ] }
      setup: [ { get: "http://h/health" } ]
      journey:
        - set: { u: pick(users), n: "random(1, 5) * 2 - 1", t: "'x'", id: uuid() }
        - post: https://[::1]:8443/${u.name}?q=${pick(terms)}
          tags: { b: c, a: d }
          extract: { a: $.a, b: header X, c: /x/, d: body }
          check: [ status 200, time < 1s, $.a exists, $.a not empty, "$.a == ${n}", body contains x, { name: has a, that: $.a exists } ]
          counts: { lost: failed }
          accept: 2xx,404
        - if: not n > 3
          steps: [ { think: 1s..2s } ]
        - if: t != 'y'
          steps: [ { timer: slow, steps: [ { get: "http://h/${iteration}/${user_number + 1}" } ] } ]
        - if: a is set
          steps: [ { think: 1ms } ]
        - if: failed
          steps: [ { think: 0 } ]
        - add: { orders: 1, items: n * 2 }
        - gauge: { queue: a }
      slo:
        - p99.9 < 2s
        - mean < 1s
        - error_rate < 5%
        - availability > 99%
        - throughput >= 10/s
        - checks > 95%
        - p95(slow) < 1s
        - mean(slow) < 1s
        - rate(lost) < 5%
        - max < 9s
        - max(slow) < 9s
        - apdex(500ms) > 0.9
        - share(timeout) < 1%
        - share(429,503) < 1%
        - checks(has a) > 95%
        - bytes_sent > 1KB/s
        - bytes_received > 1KB/s
        - availability_by_time(5%) > 99%
        - burn_rate(99.9%) < 14.4
        - burn_rate(99.9%, 1s) < 14.4
        - error_budget(99.9%, 30d) < 10%
        - offered > 99%
        - count(orders) > 5
        - throughput(items) > 5/s
        - value(queue) < 5
        - p95{last:5s} < baseline + 5%
        - p95{worst:500ms} <= baseline
        - { objective: p99 < 1s, severity: warn, min_samples: 500 }
        - warn: p99 < 2s
        - { prometheus: "max(rate(cpu[1m]))", below: 0.8, name: CPU of the shop, url: "http://h:9090", severity: warn }
        - { prometheus: up, above: 0, reduce: last }
      abort: { when: certain, grace: 30s }
      """;

  static Stream<LoadPlan> plans() {
    return Stream.concat(
        Stream.of(
            Samples.plan(EVERYTHING),
            HitPlan.of("http://h/").withLoad(HitPlan.Rate.of(0.1)).plan(-7, NetworkSettings.NONE),
            withNetwork(),
            withProfile("{ users: 3, iterations: 5 }"),
            withProfile("{ rate: { from: 0.5/s, stages: [ 0.5/s in 1s, 3/s in 0s, 3/s in 1s ] } }"),
            withProfile("{ users: { stages: [ 5 in 1s, 5 in 1s ] } }")),
        Scenarios.SHIPPED.stream()
            .map(name -> Scenarios.shipped(name, ScenarioOptions.NONE).plan()));
  }

  private static LoadPlan withNetwork() {
    return HitPlan.of("http://h/")
        .plan(
            1,
            NetworkSettings.NONE
                .shared(3, 7)
                .http(Network.HttpVersion.HTTP_2)
                .resolve(List.of(new Network.HostAddress("h", 80, "::1")))
                .sourceAddresses(List.of("127.0.0.2"))
                .noDelay(false)
                .maxBody(0))
        .withNetwork(
            Network.DEFAULT.withTls(
                Network.Tls.DEFAULT.withIdentity(new Network.Identity("a", "b", "c"))));
  }

  private static LoadPlan withProfile(String profile) {
    return Scenarios.parse(
            "x.yaml",
            "journey: [ { get: http://h/ } ]\nprofiles: { p: " + profile + " }\n",
            ScenarioOptions.NONE.withSeed(Long.MIN_VALUE))
        .plan();
  }

  @ParameterizedTest
  @MethodSource("plans")
  void whatIsWrittenIsReadBack(LoadPlan plan) {
    LoadPlan read = PlanJson.read(PlanJson.write(plan));
    assertEquals(plan, read);
    assertEquals(plan.digest(), read.digest());
  }

  @ParameterizedTest
  @ValueSource(strings = {"VERIFY", "INSECURE"})
  void anOlderPlanKnewOnlyWhetherCertificatesAreVerified(String trust) throws Exception {
    LoadPlan plan = Samples.plan(EVERYTHING);
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode old = (ObjectNode) mapper.readTree(PlanJson.write(plan));
    old.remove("network");
    ((ObjectNode) old.path("limits")).put("tls", trust);
    Network.Tls tls = Network.Tls.DEFAULT.withTrust(Network.Tls.Trust.valueOf(trust));
    assertEquals(
        plan.withNetwork(Network.DEFAULT.withTls(tls)),
        PlanJson.read(mapper.writeValueAsString(old)));
  }

  @Test
  void aPlanWithoutANetworkHasTheDefaultOne() throws Exception {
    LoadPlan plan = Samples.plan(EVERYTHING);
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode old = (ObjectNode) mapper.readTree(PlanJson.write(plan));
    old.remove("network");
    assertEquals(plan, PlanJson.read(mapper.writeValueAsString(old)));
  }

  @Test
  void namesOfFilesAreMaskedAndPasswordsAlways() {
    Network.Tls tls =
        Network.Tls.DEFAULT
            .withAuthorities("/s3cret/ca.pem")
            .withIdentity(new Network.Identity("s3cret.pem", "a/s3cret.key", "hunter2"));
    LoadPlan plan = Samples.plan(EVERYTHING).withNetwork(Network.DEFAULT.withTls(tls));
    Network.Tls masked = PlanJson.masked(plan, List.of("s3cret")).network().tls();
    assertEquals("/***/ca.pem", masked.authorities());
    assertEquals(new Network.Identity("***.pem", "a/***.key", "***"), masked.identity());
    assertEquals(
        new Network.Identity("s3cret.pem", "a/s3cret.key", "***"),
        PlanJson.masked(plan, List.of()).network().tls().identity());
  }

  @Test
  void isReadable() {
    String json = PlanJson.write(Samples.plan(EVERYTHING));
    assertTrue(json.contains("\"kind\" : \"ConstantUsers\""), json);
    assertTrue(json.contains("\"timeout\" : \"PT30S\""), json);
    assertTrue(json.endsWith("}\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{}", "{\"name\": 3}", "x"})
  void whatIsNoPlanIsRefused(String text) {
    String message =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, () -> PlanJson.read(text)).getMessage());
    assertTrue(message.startsWith("not a plan: "), message);
  }

  @Test
  void brokenRulesAreRefused() {
    String json = PlanJson.write(Samples.plan(EVERYTHING)).replace("PT30S", "soon");
    assertTrue(
        String.valueOf(
                assertThrows(IllegalArgumentException.class, () -> PlanJson.read(json))
                    .getMessage())
            .contains("expected a duration such as PT1M30S"));
  }

  @Test
  void secretsAreMaskedWhereverTheyStand() {
    CompiledScenario compiled =
        Scenarios.parse(
            "x.yaml",
            """
            env: { API_TOKEN: 's"e c/r' }
            data: { keys: [ "${API_TOKEN}", other ] }
            journey:
              - set: { t: API_TOKEN }
              - post: http://h/x${API_TOKEN}/${pick(keys)}?k=${API_TOKEN}
                bearer: ${API_TOKEN}
                json: { token: "${API_TOKEN}", kind: Literal }
                check: [ "$.a == ${API_TOKEN}" ]
              - post: http://h/y
                form: { a: "${API_TOKEN}" }
              - post: http://h/z
                body: before ${API_TOKEN} after
            """
                + Samples.PROFILES,
            ScenarioOptions.NONE);
    assertEquals(List.of("s\"e c/r"), compiled.secrets());
    LoadPlan masked = PlanJson.masked(compiled.plan(), compiled.secrets());
    String json = PlanJson.write(masked);
    assertFalse(json.contains("c/r"), json);
    assertFalse(json.contains("c%2Fr"), json);
    assertEquals("/x***/${…}?k=***", masked.requests().getFirst().path().display());
    assertEquals("before *** after", masked.requests().get(2).body().display());
    assertEquals(masked, PlanJson.read(json));
    assertNotEquals(compiled.plan().digest(), masked.digest());
  }

  @Test
  void withoutSecretsNothingIsMasked() {
    LoadPlan plan = Samples.plan(EVERYTHING);
    assertEquals(plan, PlanJson.masked(plan, List.of("")));
  }
}
