package io.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.storefront.Storefront;
import io.sluice.storefront.StorefrontOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scripts become scenarios, and what does not is told. */
final class ImportK6Test {
  private static final Path STOREFRONT = Path.of("../scenarios/storefront.k6.js");
  private static final Path GOLDEN =
      Path.of("test/resources/io/sluice/cli/storefront.imported.yaml");

  @TempDir private Path folder;

  private String script(String text) throws Exception {
    return Files.writeString(folder.resolve("script.js"), text).toString();
  }

  /** The scenario of an iteration's body. */
  private Invocation imported(String options, String body) throws Exception {
    return Invocation.of(
        "import",
        "k6",
        script(
            """
            import http from 'k6/http';
            import { check, group, sleep } from 'k6';
            import { Rate, Counter, Trend } from 'k6/metrics';
            import { randomItem, randomIntBetween, uuidv4 } from 'https://jslib.k6.io/k6-utils/1.4.0/index.js';
            const U = __ENV.BASE_URL || 'http://shop';
            const bad = new Rate('bad');
            const done = new Counter('done');
            const slow = new Trend('slow');
            export const options = { %s };
            export default function () { %s }
            """
                .formatted(options, body)));
  }

  @Test
  void theStorefrontIsCarriedOver() throws Exception {
    Invocation ended = Invocation.of("import", "k6", STOREFRONT.toString());
    assertEquals(0, ended.code(), ended::err);
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(GOLDEN, ended.out());
    }
    assertEquals(Files.readString(GOLDEN), ended.out());
    assertEquals(
        ended
            .out()
            .lines()
            .filter(line -> line.startsWith("# - "))
            .map(line -> line.substring(4))
            .toList(),
        ended.err().lines().toList());
  }

  @Test
  void theImportedStorefrontSendsTheSameRequests() throws Exception {
    String text =
        Files.readString(STOREFRONT)
            .replaceFirst("(?s)stages: \\[.*?\\],", "iterations: 12, vus: 3,");
    Path yaml = folder.resolve("shop.yaml");
    Invocation made = Invocation.of("import", "k6", script(text), "-o", yaml.toString());
    assertEquals(0, made.code(), made::err);
    assertEquals("", made.out());
    try (Storefront shop = Storefront.start(StorefrontOptions.defaults())) {
      StoredRun ofScenario = new StoredRun(folder.resolve("scenario"));
      StoredRun ofScript = new StoredRun(folder.resolve("script"));
      String base = "BASE_URL=" + shop.baseUri();
      Invocation scenario =
          Invocation.of(
              "run",
              yaml.toString(),
              "-q",
              "--env",
              base,
              "--out",
              folder.resolve("scenario").toString());
      Invocation script =
          Invocation.of(
              "run",
              folder.resolve("script.js").toString(),
              "-q",
              "-e",
              base,
              "-e",
              "THINK=0",
              "--no-thresholds",
              "--run-folder",
              folder.resolve("script").toString());
      assertEquals(0, script.code(), script::err);
      assertFalse(scenario.code() == 1 || scenario.code() == 2, scenario::err);
      JsonNode names = ofScenario.summary().path("whole_run_by_name");
      Set<String> expected = names(ofScript);
      expected.removeIf(
          name -> name.endsWith("/health")); // set-up, which is in no figure of scenarios
      assertEquals(expected, names(ofScenario));
      assertEquals(12, names.path("login").path("status").path("200").asLong(), names::toString);
      assertEquals(12, names.path("complete checkout").path("status").path("200").asLong());
      assertEquals(12, shop.truth().snapshot().count("POST /checkout/complete", 200) / 2);
    }
  }

  private static Set<String> names(StoredRun run) throws Exception {
    Set<String> names = new TreeSet<>();
    run.summary().path("whole_run_by_name").fieldNames().forEachRemaining(names::add);
    return names;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "vus: 5, duration: '90s'      ~ load: {users: 5, duration: 1m30s, graceful_stop: 30s}",
        "iterations: 10, vus: 4       ~ load: {users: 4, iterations: 3, duration: 10m, graceful_stop: 30s}",
        "scenarios: { a: { executor: 'per-vu-iterations', vus: 2, iterations: 3, maxDuration: '1m' } } ~ a: {users: 2, iterations: 3, duration: 1m, graceful_stop: 30s}",
        "scenarios: { a: { executor: 'constant-arrival-rate', rate: 100, timeUnit: '1m', duration: '5m', preAllocatedVUs: 7, gracefulStop: '0s' } } ~ rate: 100/min",
        "scenarios: { a: { executor: 'constant-arrival-rate', rate: 50, duration: '5m', preAllocatedVUs: 7 } } ~ rate: 50/s",
        "stages: [{ duration: '1m', target: 9 }] ~ stages: [9 in 1m]",
        "scenarios: { a: { executor: 'ramping-arrival-rate', startRate: 2, stages: [{ duration: '1m', target: 9 }], preAllocatedVUs: 7 } } ~ stages: [9/s in 1m]",
        "thresholds: { http_req_duration: ['p(95)<2000', 'avg<100'] } ~ slo: [p95 < 2000ms, mean < 100ms]",
        "thresholds: { http_reqs: ['count>5'] } ~ cannot be said",
      })
  void optionsBecomeProfilesAndObjectives(String options, String line) throws Exception {
    Invocation ended = imported(options, "http.get(`${U}/`);");
    assertEquals(0, ended.code(), ended::err);
    assertTrue(ended.out().contains(line), ended::out);
    assertFalse(ended.err().contains("not carried over well"), ended::err);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "http.get(U + '/a?b=' + __VU);       ~ get: ${BASE_URL}/a?b=${user_number}",
        "http.del(`${U}/a`);                 ~ delete: ${BASE_URL}/a",
        "http.get(U, { timeout: '3s' });     ~ timeout: 3s",
        "http.get(U, { redirects: 0 });      ~ redirects: keep",
        "http.post(U, { b: 'x', a: 2 });     ~ form: {a: '2', b: x}",
        "http.post(U, 'text');               ~ body: text",
        "http.post(U, JSON.stringify({ a: [1, true, null, 'x'], id: uuidv4() })); ~ id: ${uuid()}",
        "http.get(U, { headers: { 'X-A': `v${randomIntBetween(1, 3)}` } }); ~ headers: {X-A: 'v${random(1, 3)}'}",
        "const r = http.get(U); check(r, { fast: (x) => x.timings.duration < 250 && x.status >= 200 && x.status < 300 }); ~ {name: fast, that: time < 250ms}",
        "const r = http.get(U); check(r, { s: (x) => x.status >= 200 && x.status < 300 }); ~ that: status 200-299",
        "const r = http.get(U); check(r, { s: (x) => x.status === 200 || x.status === 201 }); ~ that: 'status 200,201'",
        "check(http.get(U), { s: (x) => x.body.includes('thanks a lot') }); ~ that: body contains thanks a lot",
        "check(http.get(U), { s: (x) => x.json('a.0.b') === 'c' }); ~ that: '$.a[0].b == c'",
        "check(http.get(U), { s: (x) => JSON.parse(x.body).items.length > 0 }); ~ that: $.items not empty",
        "const r = http.get(U); const id = r.json('id'); http.get(`${U}/${id}`); ~ extract: {id: $.id}",
        "const r = http.get(U); http.get(`${U}/${r.json().data[1].id}`); ~ extract: {id: '$.data[1].id'}",
        "const r = http.get(U); if (r.status !== 200) return; http.get(U + '/b'); ~ on_failure: leave",
        "const r = http.get(U); if (check(r, { a: (x) => x.status === 200 })) { http.get(U + '/b'); } else { sleep(2); } ~ - if: ok",
        "let t; const r = http.get(U); t = r.json('t'); if (t) { http.get(U + '/b'); } ~ - if: t is set",
        "const r = http.get(U); bad.add(r.status !== 200); ~ counts: {bad: failed}",
        "http.get(U); done.add(2);           ~ add: {done: '2'}",
        "http.get(U); sleep(1.5);            ~ think: 1.5s",
        "http.get(U); sleep(randomIntBetween(1, 5)); ~ think: 1s..5s",
        "http.get(U); sleep(Math.random() * 2 + 1); ~ think: 1s..3s",
        "for (let i = 0; i < 3; i++) { http.get(U); } ~ repeat: '3'",
        "group('a', () => { group('b', function () { http.get(U); }); }); ~ - group: b",
        "const go = (p) => http.get(`${U}/${p}`); go('x'); go('y'); ~ get: ${BASE_URL}/y",
        "const a = ['p', 'q']; http.get(`${U}/${a[Math.floor(Math.random() * a.length)]}`); ~ ${pick(a)}",
        "http.get(`${__ENV.HOST}/x`);        ~ HOST: null",
        "http.get(U + '/$' + '{x}');         ~ get: ${BASE_URL}/$${x}",
      })
  void statementsBecomeSteps(String body, String line) throws Exception {
    Invocation ended = imported("", body);
    assertEquals(0, ended.code(), ended::err);
    assertTrue(ended.out().contains(line), ended::out);
    assertEquals("", ended.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "http.get(U); while (x()) { http.get(U); }  ~ `:10:43: 'while (x()) { http.get(U); }' is left out`",
        "http.get(U); if (Date.now() > 3) { http.get(U); } ~ `:10:47: the condition 'Date.now() > 3' cannot be said; it is left out with what stands under it`",
        "http.get(U, { auth: 'digest' });           ~ `:10:50: the parameter 'auth' is not carried over`",
        "check(http.get(U), { a: (r) => r.proto === 'HTTP/2' }); ~ `:10:54: the check 'a' is not carried over: '(r) => r.proto === 'HTTP/2'' cannot be said`",
        "http.get(U); slow.add(1);                  ~ `:10:43: 'slow.add(1)' is not carried over`",
        "http.get(U); http.batch([['GET', U]]);     ~ `:10:43: http.batch is left out; its requests can stand one after another`",
        "http.post(U, JSON.stringify({ a: Date.now() })); ~ `:10:63: the field 'a' of the body is left out: 'Date.now()' is not carried over`",
      })
  void whatIsNotCarriedOverIsTold(String body, String sentence) throws Exception {
    Invocation ended = imported("", body);
    assertEquals(0, ended.code(), ended::err);
    assertEquals(folder.resolve("script.js") + sentence + "\n", ended.err());
    assertTrue(ended.out().contains("# - " + folder.resolve("script.js") + sentence), ended::out);
  }

  @Test
  void nothingToCarryOverIsAMistake() throws Exception {
    Invocation ended = imported("", "console.log(1);");
    assertEquals(2, ended.code());
    assertEquals(
        "sluice: script.js: nothing of the function 'default' can be carried over to a scenario: it"
            + " sends no request that is written down\n",
        ended.err().replace(folder + "/", ""));
    assertEquals("", ended.out());
  }

  @Test
  void aFileThatIsThereIsKept() throws Exception {
    Path there = Files.writeString(folder.resolve("there.yaml"), "mine");
    Invocation ended = Invocation.of("import", "k6", STOREFRONT.toString(), "-o", there.toString());
    assertEquals(2, ended.code());
    assertEquals("mine", Files.readString(there));
  }

  @Test
  void aRunOfAScriptTakesNoOptionsOfScenarios() throws Exception {
    String script = script("export default () => {};\n");
    Invocation ended = Invocation.of("run", script, "--profile", "smoke");
    assertEquals(2, ended.code());
    assertTrue(
        ended
            .err()
            .startsWith(
                "sluice: the option '--profile' goes with scenarios, not with k6 scripts\n"),
        ended::err);
  }
}
