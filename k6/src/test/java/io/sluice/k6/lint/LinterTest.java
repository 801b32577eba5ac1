package io.sluice.k6.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.k6.options.OptionSources;
import io.sluice.k6.options.Options;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each mistake is found where it stands, and what only looks like it is let pass. */
class LinterTest {
  private static final String HEAD =
      """
      import http from 'k6/http';
      import { check, group, fail } from 'k6';
      import { Rate, Trend } from 'k6/metrics';
      import { randomIntBetween } from 'https://jslib.k6.io/k6-utils/1.4.0/index.js';
      const rate = new Rate('failures');
      const trend = new Trend('latency');
      const JSON_TYPE = { headers: { 'content-type': 'application/json' } };
      const send = (body, name) => http.post('http://a', body, { ...JSON_TYPE, tags: { name, endpoint: name } });
      export const options = { thresholds: { checks: ['rate>0.9'] } };
      """;

  @TempDir private Path folder;

  /** Rules and places, relative to the first line after the head. */
  private static String found(String code) {
    return found("script.js", HEAD + code, null);
  }

  private static String found(String file, String text, @Nullable Options options) {
    return Linter.lint(Path.of(file), text, options, null).stream()
        .map(f -> f.rule() + "@" + (f.line() - 9) + ":" + f.column())
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        // rates
        "rate.add(1);                                         ~ rate-always-true@1:1",
        "if (x) rate.add(true); else rate.add(2);             ~ rate-always-true@1:8",
        "rate.add(0); rate.add(false);                        ~ rate-always-false@1:1",
        "rate.add(1); rate.add(0);                            ~ ``",
        "rate.add(!ok);                                       ~ ``",
        "rate.add(1); rate.add(r.status !== 200);             ~ ``",
        "trend.add(1);                                        ~ ``",
        // bodies
        "http.post('http://a', { a: 1 }, JSON_TYPE);          ~ json-body-as-form@1:23",
        "const b = { a: 1 }; http.put('http://a', b, JSON_TYPE); ~ json-body-as-form@1:42",
        "send({ a: 1 }, 'x');                                 ~ json-body-as-form@-1:52",
        "send(JSON.stringify({ a: 1 }), 'x');                 ~ ``",
        "http.post('http://a', { a: 1 });                     ~ ``",
        "http.post('http://a', { a: 1 }, { headers: { 'Content-Type': 'text/plain' } }); ~ ``",
        "http.request('POST', 'http://a', { a: 1 }, JSON_TYPE); ~ json-body-as-form@1:34",
        // names of elsewhere
        "const a = process.env.A;                             ~ missing-global@1:11",
        "const a = typeof process !== 'undefined' ? process.env.A : 1; ~ ``",
        "function f(process) { return process.env; }          ~ ``",
        "const a = { process: 1 }.process;                    ~ ``",
        "fetch('http://a');                                   ~ missing-global@1:1",
        "const fs = require('fs');                            ~ missing-module@1:20",
        "const http2 = require('k6/http');                    ~ ``",
        // checks
        "check(r, { a: () => true });                         ~ check-always-true@1:15",
        "check(r, { a: true });                               ~ check-always-true@1:15",
        "check(r, { a: (r) => (r.status = 200) });            ~ check-always-true@1:15",
        "check(r, { a: (r) => r.status === 200 || true });    ~ check-always-true@1:15",
        "check(r, { a: function (r) { return 'yes'; } });     ~ check-always-true@1:15",
        "check(r, { a: (r) => r.status === 200 || r.status === 429 }); ~ check-accepts-failure@1:15",
        "check(r, { a: (r) => [200, 503].includes(r.status) }); ~ check-accepts-failure@1:15",
        "check(r, { a: (r) => r.status === 404 });            ~ ``",
        "check(r, { a: (r) => r.status === 200 || r.status === 201 }); ~ ``",
        "check(r, { a: (r) => { if (r) { return true; } return false; } }); ~ ``",
        // what does not fail a run
        "export default function () { fail('no'); }           ~ fail-ends-iteration-only@1:30",
        "export function setup() { fail('no'); }              ~ ``",
        "check(r, { a: (r) => r.json('a') > 1 });             ~ unguarded-json@1:22",
        "check(r, { a: (r) => r.status === 200 && r.json('a') > 1 }); ~ ``",
        "const r = http.get('http://a'); r.json().data.x;     ~ unguarded-json@1:33",
        "const r = http.get('http://a'); if (r.status === 200) { r.json().data.x; } ~ ``",
        "const r = http.get('http://a'); const ok = check(r, {}); if (ok) { JSON.parse(r.body).x; } ~ ``",
        "const r = http.get('http://a'); try { r.json().x; } catch (e) { } ~ ``",
        "function f(r) { if (r.status !== 200) { return; } JSON.parse(r.body); } ~ ``",
        "const text = open('x'); JSON.parse(text);            ~ ``",
        // the rest
        "console.log(rate.value);                             ~ metric-read@1:13",
        "console.log(rate.name);                              ~ ``",
        "randomIntBetween(0.1, 1);                            ~ random-fraction@1:1",
        "randomIntBetween(1, 3);                              ~ ``",
        "function f() { group('g', () => { if (x) { return; } }); y(); } ~ return-in-group@1:44",
        "function f() { group('g', () => { if (x) { return; } }); } ~ ``",
        "function f() { group('g', () => { [1].map(function () { if (x) return; }); }); y(); } ~ ``",
      })
  void aMistakeIsFound(String code, String expected) {
    assertEquals(expected, found(code));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "stages: [], scenarios: {}                       ~ execution-conflict",
        "stages: [], duration: '1s'                      ~ execution-conflict",
        "iterations: 1, duration: '1s'                   ~ ``",
        "treshold: {}                                    ~ unknown-option",
        "ext: {}                                         ~ deprecated-option",
        "scenarios: { a: { executor: 'externally-controlled' } } ~ removed-executor",
        "thresholds: { checks: [], nothing: ['rate<1'] } ~ threshold-unknown-metric",
        "thresholds: { checks: [], mine: ['rate<1'] }    ~ ``",
        "thresholds: { 'http_reqs{endpoint:auth}': [] }  ~ ``",
        "thresholds: { 'http_reqs{endpoint:auht}': [] }  ~ threshold-unmatched-tag",
        "thresholds: { 'http_reqs{endpont:auth}': [] }   ~ threshold-unmatched-tag",
        "thresholds: { 'http_reqs{status:200}': [] }     ~ ``",
        "thresholds: { 'http_reqs{group:::a}': [] }      ~ ``",
        "thresholds: { 'http_reqs{free:anything}': [] }  ~ ``",
      })
  void optionsAreLookedAt(String options, String expected) {
    String text =
        """
        import http from 'k6/http';
        import { Rate } from 'k6/metrics';
        const mine = new Rate('mine');
        function call(endpoint, free) { http.get('http://a', { tags: { endpoint, free } }); }
        export default function () { call('auth', __ENV.X); mine.add(__ENV.Y); }
        export const options = { %s };
        """
            .formatted(options);
    assertEquals(
        expected,
        Linter.lint(Path.of("script.js"), text, null, null).stream()
            .map(Finding::rule)
            .collect(Collectors.joining(" ")));
  }

  @Test
  void checksWantAThreshold() throws Exception {
    String text =
        "import { check } from 'k6';\nexport default () => check(1, { a: (r) => r > 0 });\n";
    assertEquals("checks-without-threshold@-7:22", found("script.js", text, null));
    Options limited =
        Options.of(
            new OptionSources(
                null,
                "",
                null,
                Map.of("K6_THRESHOLDS", "{\"http_req_failed\":[\"rate<0.1\"]}"),
                Map.of()),
            name -> name.equals("default"));
    assertEquals("", found("script.js", text, limited));
  }

  @Test
  void aRateWithAThresholdIsAnError() {
    String text =
        """
        import { Rate } from 'k6/metrics';
        const errors = new Rate('errors');
        export const options = { thresholds: { errors: ['rate<0.1'] } };
        export default () => { if (__ITER > 3) errors.add(1); };
        """;
    List<Finding> findings = Linter.lint(Path.of("a.js"), text, null, null);
    assertEquals(
        "a.js:4:40: error: the Rate 'errors' is only ever given true, so that it is either empty or"
            + " 100 %, whatever its threshold; add the outcome of every attempt, as in rate.add(!ok)"
            + " [rate-always-true]",
        findings.getFirst().toString());
  }

  @Test
  void importsAreLookedAtToo() throws Exception {
    Files.writeString(
        folder.resolve("lib.js"),
        "import { Rate } from 'k6/metrics';\nexport const errors = new Rate('errors');\n");
    Path script =
        Files.writeString(
            folder.resolve("script.ts"),
            "import { errors } from './lib.js';\nconst n: number = 1;\nerrors.add(n as number);\n");
    List<Finding> findings = Linter.lint(script, Files.readString(script), null, null);
    assertEquals(1, findings.size(), findings.toString());
    assertEquals(script + ":3:1", findings.getFirst().place());
    assertEquals("rate-always-true", findings.getFirst().rule());
  }

  @Test
  void placesOfTypeScriptAreThoseOfItsText() {
    String text =
        "interface A {\n  b: string;\n}\nlet ü: A = { b: '😀' }; const x: string = process.env.X!;\n";
    assertEquals("b.ts:4:42", Linter.lint(Path.of("b.ts"), text, null, null).getFirst().place());
  }

  @Test
  void whatIsNoProgramIsOneFinding() {
    List<Finding> findings = Linter.lint(Path.of("a.js"), "const a = ;\n", null, null);
    assertEquals(1, findings.size());
    assertEquals("syntax", findings.getFirst().rule());
    assertEquals("a.js:1:11", findings.getFirst().place());
  }

  @Test
  void aFailureToLoadIsToldOnce() {
    String failure = "ReferenceError: process is not defined\n\tat file:///w/a.js:1:11(3)\n";
    List<Finding> told = Linter.lint(Path.of("a.js"), "const a = process.env.A;\n", null, failure);
    assertEquals(List.of("missing-global"), told.stream().map(Finding::rule).toList());
    List<Finding> other =
        Linter.lint(
            Path.of("a.js"), "null.x;\n", null, "TypeError: no\n\tat file:///w/a.js:1:6(3)");
    assertEquals(
        "a.js:1:6: error: the script cannot be loaded: TypeError: no [load]",
        other.getFirst().toString());
  }

  @Test
  void valuesThatAreMadeOfThemselvesEnd() {
    assertEquals(
        "", found("const a = a.b + 'x'; const c = { ...c, headers: c }; http.post('u', c, c);"));
    assertEquals(
        "",
        found(
            "function f(x) { return f(x); } http.post(f(1), f(2), f(3)); rate.add(f(1)); rate.add(f(0) + f(1));"));
  }

  @Test
  void jsonHoldsAllFindings() {
    String json =
        FindingsJson.write(Linter.lint(Path.of("a.js"), "const a = process.env.A;\n", null, null));
    assertTrue(json.contains("\"rule\" : \"missing-global\""), json);
    assertTrue(json.contains("\"line\" : 1,"), json);
    assertTrue(json.contains("\"errors\" : 1,"), json);
    assertTrue(json.contains("\"warnings\" : 0"), json);
  }
}
