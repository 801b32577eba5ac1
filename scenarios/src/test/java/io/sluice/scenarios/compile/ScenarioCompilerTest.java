package io.sluice.scenarios.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.RequestSpec;
import io.sluice.model.plan.RequestSpec.Redirects;
import io.sluice.model.plan.Template;
import io.sluice.model.plan.Units;
import io.sluice.scenarios.Samples;
import io.sluice.scenarios.Scenarios;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioCompilerTest {
  @Test
  void aRequestIsSentLookedIntoCheckedAndSettled() {
    assertOps(
        """
        journey:
          - get: http://h/x
            check: [ status 200 ]
            extract: { token: $.token }
        """,
        """
        Send[request=0]
        Extract[slot=0, selector=$.token]
        Check[check=0]
        Settle[]
        End[]\
        """);
  }

  @Test
  void failureSkipsTheRestOfTheInnermostSteps() {
    assertOps(
        """
        journey:
          - group: g
            steps:
              - repeat: 2
                steps:
                  - get: http://h/x
                    on_failure: skip
                  - think: 1s
              - get: http://h/y
                on_failure: skip
              - think: 2s
          - get: http://h/z
            on_failure: leave
          - think: 3s
        """,
        """
        Assign[slot=0, value=Whole[value=2]]
        JumpIf[condition=CompareNumbers[left=Slot[index=0], comparison=<, right=Whole[value=1]], to=8]
        Send[request=0]
        Settle[]
        JumpIf[condition=LastFailed[], to=6]
        Pause[min=PT1S, max=PT1S]
        Assign[slot=0, value=Difference[left=Slot[index=0], right=Whole[value=1]]]
        Jump[to=1]
        Send[request=1]
        Settle[]
        JumpIf[condition=LastFailed[], to=12]
        Pause[min=PT2S, max=PT2S]
        Send[request=2]
        Settle[]
        JumpIf[condition=LastFailed[], to=15]
        Pause[min=PT3S, max=PT3S]
        End[]\
        """);
  }

  @Test
  void countersAndGaugesAreGivenNumbers() {
    assertOps(
        """
        journey:
          - get: http://h/x
            extract: { length: $.queue }
          - add: { orders: 1, items: length + 2 }
          - gauge: { queue_length: length }
        """,
        """
        Send[request=0]
        Extract[slot=0, selector=$.queue]
        Settle[]
        Add[metric=0, amount=Whole[value=1]]
        Add[metric=1, amount=Sum[left=Slot[index=0], right=Whole[value=2]]]
        Gauge[metric=2, value=Slot[index=0]]
        End[]\
        """);
  }

  @Test
  void objectivesMayWarnAndWantSamples() {
    LoadPlan plan =
        Samples.plan(
            """
            journey: [ { get: http://h/x } ]
            slo:
              - p95 < 1s
              - { objective: p99 < 1s, severity: warn, min_samples: 500 }
              - { objective: "p90 < 1s, warn", severity: fail }
              - warn: p50 < 1s
              - { warn: p99.9 < 1s, min_samples: 7 }
            """);
    assertEquals(
        List.of("FAIL 0", "WARN 500", "FAIL 0", "WARN 0", "WARN 7"),
        plan.objectives().stream().map(o -> o.severity() + " " + o.minSamples()).toList());
    assertEquals("p99 < 1s", plan.objectives().get(1).expression());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                          | ''                                           | NEVER 0s",
        "'abort: when certain'       | ''                                           | CERTAIN 1m",
        "'abort: never'              | ''                                           | NEVER 0s",
        "'abort: { when: certain }'  | ''                                           | CERTAIN 1m",
        "'abort: when certain'       | ', abort: never'                             | NEVER 0s",
        "'abort: never'              | ', abort: { when: certain, grace: 30s }'     | CERTAIN 30s",
        "''                          | ', abort: when certain'                      | CERTAIN 1m",
      })
  void aProfilesAbortRuleCountsMore(String top, String own, String expected) {
    LoadPlan plan =
        Scenarios.parse(
                "x.yaml",
                "journey: [ { get: http://h/x } ]\n%s\nprofiles: { p: { users: 1, duration: 1s%s } }"
                    .formatted(top, own),
                ScenarioOptions.NONE)
            .plan();
    String grace = Units.format(plan.abort().grace()).replace("0ns", "0s");
    assertEquals(expected, plan.abort().when() + " " + grace);
  }

  @Test
  void aTimerThatFailedOrWasLeftHasNoValue() {
    assertOps(
        """
        journey:
          - timer: order
            steps:
              - post: http://h/a
                counts: { abandoned: failed, started: ok }
                on_failure: skip
              - post: http://h/b
        """,
        """
        StartTimer[slot=0]
        Send[request=0]
        Settle[]
        JumpIf[condition=Not[condition=LastFailed[]], to=8]
        Count[metric=1, value=true]
        Count[metric=2, value=false]
        Clear[slot=0]
        Jump[to=15]
        Count[metric=1, value=false]
        Count[metric=2, value=true]
        Send[request=1]
        Settle[]
        JumpIf[condition=Not[condition=LastFailed[]], to=14]
        Clear[slot=0]
        StopTimer[slot=0, metric=0]
        End[]\
        """);
  }

  @Test
  void conditionsAndTheirOpposites() {
    assertOps(
        """
        journey:
          - get: http://h/x
            extract: { a: $.a }
          - set: { n: a + 1 }
          - if: not a is set
            steps: [ { think: 1s } ]
          - if: a == 'x'
            steps: [ { think: 2s } ]
            else: [ { think: 3s } ]
          - if: ok
            steps: [ { think: 4s } ]
          - if: n >= 3
            steps: [ { think: 5s } ]
        """,
        """
        Send[request=0]
        Extract[slot=0, selector=$.a]
        Settle[]
        Assign[slot=1, value=Sum[left=Slot[index=0], right=Whole[value=1]]]
        JumpIf[condition=Present[slot=0], to=6]
        Pause[min=PT1S, max=PT1S]
        JumpIf[condition=Not[condition=CompareTexts[left=Slot[index=0], comparison===, right=Text[value=x]]], to=9]
        Pause[min=PT2S, max=PT2S]
        Jump[to=10]
        Pause[min=PT3S, max=PT3S]
        JumpIf[condition=LastFailed[], to=12]
        Pause[min=PT4S, max=PT4S]
        JumpIf[condition=Not[condition=CompareNumbers[left=Slot[index=1], comparison=>=, right=Whole[value=3]]], to=14]
        Pause[min=PT5S, max=PT5S]
        End[]\
        """);
  }

  @Test
  void aRowThatIsPickedInATextIsPickedBeforeTheRequest() {
    assertOps(
        """
        data: { terms: [a, b] }
        journey:
          - get: http://h/${pick(terms)}
        """,
        """
        Assign[slot=0, value=PickRow[source=0]]
        Send[request=0]
        Settle[]
        End[]\
        """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://h | GET / | /",
        "HTTPS://H:443 | GET / | /",
        "http://h?q=1 | GET / | /?q=1",
        "http://h/a b/ü?q=x y&z=%20 | GET /a b/ü | /a%20b/%C3%BC?q=x%20y&z=%20",
        "http://h/a/${user_number}?b=${uuid()} | GET /a/{} | /a/<PATH>?b=<QUERY>",
        "${BASE}/x | GET /api/x | /api/x",
        "${BASE}?q=${TERM} | GET /api/ | /api/?q=a%26b",
        "http://h/$${x} | GET /${x} | /$%7Bx%7D",
      })
  void urls(String url, String name, String path) {
    RequestSpec request =
        Samples.plan(
                """
                env: { BASE: "http://h/api/", TERM: a&b }
                journey: [ { get: "%s" } ]
                """
                    .formatted(url))
            .requests()
            .getFirst();
    assertEquals(name, request.name());
    assertEquals(path, shown(request.path()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://my_service:8080/x | http://my_service:8080",
        "https://EXAMPLE.com/x | https://example.com",
        "http://[::1]:81/x | http://[::1]:81",
        "http://bücher.example/x | http://xn--bcher-kva.example",
      })
  void targets(String url, String target) {
    assertEquals(
        target,
        Samples.plan("journey: [ { get: \"%s\" } ]\n".formatted(url))
            .targets()
            .getFirst()
            .toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "json: { a: x, b: 1, c: 1.50, d: true, e: null, f: yes, g: ~, h: 007 } |"
            + " {\"a\":\"x\",\"b\":1,\"c\":1.50,\"d\":true,\"e\":null,\"f\":\"yes\",\"g\":null,\"h\":\"007\"}",
        "json: {} | {}",
        "json: [] | []",
        "json: [ [], { a: {} } ] | [[],{\"a\":{}}]",
        "json: { a: \"${n}\", b: \"${n + 1}\", c: \"n${n}\", d: \"${text}\" } "
            + "| {\"a\":<NONE>,\"b\":<NONE>,\"c\":\"n<JSON>\",\"d\":\"<JSON>\"}",
        "json: { a: \"${row.id}\", b: \"${row.name}\", c: \"${pick(numbers)}\" } "
            + "| {\"a\":<NONE>,\"b\":\"<JSON>\",\"c\":<NONE>}",
        "json: { a: \"${QUOTE}\", \"b\\\"\": c } | {\"a\":\"say \\\"x\\\"\",\"b\\\"\":\"c\"}",
        "json: '{\"a\": ${n}, \"b\": \"${text}\"}' | {\"a\": <NONE>, \"b\": \"<JSON>\"}",
        "form: { a b: \"x&y\", c: \"${n}\", d: \"${QUOTE}\" } |"
            + " a%20b=x%26y&c=<QUERY>&d=say%20%22x%22",
        "body: \"a ${text}\" | a <NONE>",
      })
  void bodies(String body, String written) {
    LoadPlan plan =
        Samples.plan(
            """
            env: { QUOTE: say "x" }
            data:
              rows: [ { id: 1, name: 2 }, { id: 3, name: x } ]
              numbers: [1, 2.5]
            journey:
              - get: http://h/first
                extract: { text: $.x }
              - set: { n: "random(1, 2)", row: pick(rows) }
              - post: http://h/x
                %s
            """
                .formatted(body));
    assertEquals(written, shown(plan.requests().get(1).body()));
  }

  @Test
  void defaultsAndHeaders() {
    RequestSpec request =
        Samples.plan(
                """
                defaults:
                  timeout: 5s
                  headers: { Accept: text/html, X-Who: "${user_number}" }
                  redirects: keep
                  accept: 2xx
                journey:
                  - post: http://h/x
                    headers: { accept: application/json }
                    bearer: abc
                    json: {}
                """)
            .requests()
            .getFirst();
    assertEquals(
        List.of(
            "Authorization: Bearer abc",
            "accept: application/json",
            "X-Who: <NONE>",
            "Content-Type: application/json"),
        request.headers().stream().map(h -> h.name() + ": " + shown(h.value())).toList());
    assertEquals(java.time.Duration.ofSeconds(5), request.timeout());
    assertEquals(Redirects.KEEP, request.redirects());
    assertEquals("200-299", request.accepted().toString());
  }

  @Test
  void checksHaveReadableNames() {
    LoadPlan plan =
        Samples.plan(
            """
            journey:
              - get: http://h/x
                name: look
                check:
                  - status 2xx,404
                  - $.items[?(@.name == 'a b')] not empty
                  - $.state == 'in work'
                  - header Location contains /x
                  - /id=(\\d+)/ exists
                  - { name: is quick, that: time < 1s }
            """);
    assertEquals(
        """
        look: status 2xx,404 -> Status[accepted=200-299,404]
        look: $.items[?(@.name == 'a b')] not empty -> NotEmpty[selector=$.items[?(@.name == 'a b')]]
        look: $.state == 'in work' -> EqualTo[selector=$.state, expected=Template[parts=[Literal[text=in work]]]]
        look: header Location contains /x -> Contains[selector=header Location, text=/x]
        look: /id=(\\d+)/ exists -> Found[selector=/id=(\\d+)/]
        is quick -> FasterThan[limit=PT1S]\
        """,
        plan.checks().stream()
            .map(check -> check.name() + " -> " + check.expectation())
            .collect(Collectors.joining("\n")));
  }

  @Test
  void groupsAreNested() {
    LoadPlan plan =
        Samples.plan(
            """
            journey:
              - group: outer
                steps:
                  - group: inner
                    steps: [ { get: http://h/x } ]
            """);
    assertEquals("outer / inner", plan.requests().getFirst().group());
  }

  private static void assertOps(String scenario, String ops) {
    assertEquals(
        ops,
        Samples.plan(scenario).scripts().getFirst().ops().stream()
            .map(Object::toString)
            .collect(Collectors.joining("\n")));
  }

  private static String shown(Template template) {
    return template.parts().stream()
        .map(
            part ->
                switch (part) {
                  case Template.Literal literal -> literal.text();
                  case Template.Hole hole -> "<" + hole.escape() + ">";
                })
        .collect(Collectors.joining());
  }
}
