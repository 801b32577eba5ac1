package io.sluice.engine.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.engine.fake.Plans;
import io.sluice.engine.pace.Shard;
import io.sluice.model.plan.ArrivalModel;
import io.sluice.model.plan.Expr;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.RequestSpec;
import io.sluice.model.plan.StatusSet;
import io.sluice.model.plan.Target;
import io.sluice.model.plan.Template;
import io.sluice.model.plan.Template.Escape;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompiledRequestTest {
  private static Template template(Object... parts) {
    return new Template(
        java.util.Arrays.stream(parts)
            .map(
                part ->
                    part instanceof String text ? new Template.Literal(text) : (Template.Part) part)
            .toList());
  }

  private static String lines(String... lines) {
    return String.join("\r\n", lines) + "\r\n";
  }

  private static Template.Hole slot(int slot, Escape escape) {
    return new Template.Hole(new Expr.Slot(slot), escape);
  }

  private static RequestSpec request(
      String method, Template path, List<RequestSpec.Header> headers, Template body) {
    return new RequestSpec(
        "r",
        "",
        Map.of(),
        method,
        0,
        path,
        headers,
        body,
        Duration.ofSeconds(1),
        StatusSet.SUCCESS,
        RequestSpec.Redirects.FOLLOW);
  }

  private record Written(LoadPlan plan, CompiledRequest request, VirtualUser user) {
    static Written of(RequestSpec spec) {
      LoadPlan plan =
          new Plans()
              .target(new Target("http", "shop.test", 8080))
              .target(new Target("https", "other.test", 443))
              .request(spec)
              .script()
              .phase(new ArrivalModel.ConstantUsers(1, Duration.ofSeconds(1)))
              .build();
      CellScripts scripts = Cells.scripts(plan);
      VirtualUser user = Population.of(scripts, 0, Shard.WHOLE).addUser(0);
      return new Written(plan, scripts.request(0), user);
    }

    String text() {
      return Cells.written(request, user.exchange);
    }

    String redirected(int target, boolean asGet) {
      return Cells.written(request.redirected(target, "/new", asGet), user.exchange);
    }

    String fields() {
      return Cells.fields(request, user.exchange);
    }
  }

  @Test
  void writesAGet() {
    Written get = Written.of(request("GET", Template.of("/a?b=c"), List.of(), Template.EMPTY));
    assertEquals(
        "GET /a?b=c HTTP/1.1\r\nHost: shop.test:8080\r\nUser-Agent: sluice\r\n\r\n", get.text());
  }

  @Test
  void writesHeadersInTheirOrderAndTheUserAgentOfThePlan() {
    List<RequestSpec.Header> headers =
        List.of(
            new RequestSpec.Header("user-agent", Template.of("mine")),
            new RequestSpec.Header("Authorization", template("Bearer ", slot(0, Escape.NONE))));
    Written get = Written.of(request("GET", Template.of("/"), headers, Template.EMPTY));
    get.user().slots.setText(0).append("tok\r\nX-Evil: 1\u0000en");
    assertEquals(
        lines(
            "GET / HTTP/1.1",
            "Host: shop.test:8080",
            "user-agent: mine",
            "Authorization: Bearer tokX-Evil: 1en",
            ""),
        get.text());
  }

  @Test
  void writesBodiesWithTheirLengthInBytes() {
    Template body = template("{\"q\": \"", slot(0, Escape.JSON), "\"}");
    List<RequestSpec.Header> headers =
        List.of(new RequestSpec.Header("Content-Type", Template.of("application/json")));
    Written post = Written.of(request("POST", Template.of("/"), headers, body));
    post.user().slots.setText(0).append("é\"");
    String head =
        lines(
            "POST / HTTP/1.1",
            "Host: shop.test:8080",
            "User-Agent: sluice",
            "Content-Type: application/json");
    assertEquals(head + "Content-Length: 13\r\n\r\n{\"q\": \"é\\\"\"}", post.text());
    post.user().slots.setText(0).append("x");
    assertEquals(head + "Content-Length: 10\r\n\r\n{\"q\": \"x\"}", post.text(), "anew for each");
  }

  @Test
  void aBodyKeepsItsLines() {
    Written put =
        Written.of(request("PUT", Template.of("/"), List.of(), template(slot(0, Escape.NONE))));
    put.user().slots.setText(0).append("one\r\ntwo\n");
    assertTrue(put.text().endsWith("Content-Length: 9\r\n\r\none\r\ntwo\n"), put.text());
  }

  @Test
  void aConstantBodyIsTheSameEveryTime() {
    Written put = Written.of(request("PUT", Template.of("/"), List.of(), Template.of("same")));
    assertEquals(put.text(), put.text());
    assertTrue(put.text().endsWith("Content-Length: 4\r\n\r\nsame"));
  }

  @ParameterizedTest
  @CsvSource({
    "POST,true,false",
    "PUT,true,true",
    "PATCH,true,false",
    "DELETE,false,true",
    "GET,false,true",
    "HEAD,false,true",
    "OPTIONS,false,true"
  })
  void saysThatItHasNoBodyWhereOneIsExpected(String method, boolean length, boolean idempotent) {
    Written empty = Written.of(request(method, Template.of("/"), List.of(), Template.EMPTY));
    assertEquals(length, empty.text().contains("Content-Length: 0\r\n"));
    assertEquals(idempotent, empty.request().idempotent);
    assertEquals(method.equals("HEAD"), empty.request().head);
  }

  @Test
  void escapesPathsAndQueries() {
    Template path = template("/p/", slot(0, Escape.PATH), "?q=", slot(1, Escape.QUERY));
    Written get = Written.of(request("GET", path, List.of(), Template.EMPTY));
    get.user().slots.setText(0).append("a/b c");
    get.user().slots.setNumber(1, -7);
    assertTrue(get.text().startsWith("GET /p/a%2Fb%20c?q=-7 HTTP/1.1\r\n"), get.text());
    assertEquals("/p/a%2Fb%20c?q=-7", get.request().sentPath(get.user()));
  }

  @Test
  void tellsWhereItWentWithTheRandomNumbersOfThatTime() {
    Template path = template("/r/", new Template.Hole(new Expr.Uuid(), Escape.PATH));
    Written get = Written.of(request("GET", path, List.of(), Template.EMPTY));
    String sent = get.text();
    long next = get.user().nextRandom();
    String told = get.request().sentTo(get.user());
    assertTrue(
        sent.startsWith("GET " + told.replace("http://shop.test:8080", "") + " HTTP/1.1\r\n"),
        told);
    assertTrue(told.startsWith("http://shop.test:8080/r/"), told);
    Written again = Written.of(request("GET", path, List.of(), Template.EMPTY));
    again.text();
    assertEquals(next, again.user().nextRandom(), "telling it takes no number from the stream");
    assertNotEquals(sent, get.text(), "the next request has its own");
  }

  @Test
  void carriesATraceOfItsOwnWhereThatIsWanted() {
    Pattern form = Pattern.compile("00-00000000000000ff([0-9a-f]{16})-([0-9a-f]{16})-01");
    Traces traces = new Traces(0xff, 3);
    RequestSpec spec = request("POST", Template.of("/"), List.of(), Template.of("x"));
    Written plain = Written.of(spec);
    CompiledRequest traced =
        new CompiledRequest(plain.plan(), 0, false, "sluice", traces, new ValueCompiler(List.of()));
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      plain.user().trace = traces.next();
      String trace = traced.sentTrace(plain.user());
      Matcher parts = form.matcher(trace);
      assertTrue(parts.matches(), trace);
      assertTrue(seen.add(parts.group(1)), "one of its own");
      assertTrue(seen.add(parts.group(2)), "a span of its own");
      assertTrue(
          Cells.written(traced, plain.user().exchange)
              .contains("\r\ntraceparent: " + trace + "\r\n"));
      assertTrue(
          Cells.fields(traced, plain.user().exchange).contains("\ntraceparent ~ " + trace + "\n"));
    }
    assertFalse(plain.text().contains("traceparent"));
    assertEquals("", plain.request().sentTrace(plain.user()));
  }

  @Test
  void leavesTheTraceThatAScenarioNames() {
    RequestSpec.Header own = new RequestSpec.Header("TraceParent", Template.of("00-mine"));
    Written written = Written.of(request("GET", Template.of("/"), List.of(own), Template.EMPTY));
    CompiledRequest traced =
        new CompiledRequest(
            written.plan(), 0, false, "sluice", new Traces(1, 0), new ValueCompiler(List.of()));
    assertEquals("", traced.sentTrace(written.user()));
    String text = Cells.written(traced, written.user().exchange);
    assertEquals(2, text.toLowerCase(Locale.ROOT).split("traceparent", -1).length);
  }

  @Test
  void writesFieldsForHttp2() {
    List<RequestSpec.Header> headers =
        List.of(
            new RequestSpec.Header("Content-Type", Template.of("text/plain")),
            new RequestSpec.Header("Keep-Alive", Template.of("timeout=5")),
            new RequestSpec.Header("X-User", template("u", slot(0, Escape.NONE))));
    Template path = template("/p/", slot(0, Escape.PATH));
    Written post = Written.of(request("POST", path, headers, template(slot(1, Escape.NONE))));
    post.user().slots.setText(0).append("a\nb");
    post.user().slots.setText(1).append("body");
    assertEquals(
        """
        :method = POST
        :scheme = http
        :authority = shop.test:8080
        :path ~ /p/a%0Ab
        user-agent = sluice
        content-type = text/plain
        x-user ~ uab
        content-length ~ 4
        body\
        """,
        post.fields());
    Written get = Written.of(request("GET", Template.of("/"), List.of(), Template.EMPTY));
    assertEquals(
        """
        :method = GET
        :scheme = http
        :authority = shop.test:8080
        :path = /
        user-agent = sluice
        """,
        get.fields());
  }

  private static Written withCredentials() {
    List<RequestSpec.Header> headers =
        List.of(
            new RequestSpec.Header("Authorization", Template.of("secret")),
            new RequestSpec.Header("Cookie", Template.of("s=1")),
            new RequestSpec.Header("Content-Type", Template.of("text/plain")),
            new RequestSpec.Header("X-Kept", Template.of("yes")));
    return Written.of(request("POST", Template.of("/"), headers, Template.of("data")));
  }

  @Test
  void aRedirectOnTheSameOriginKeepsEverything() {
    assertEquals(
        lines(
                "POST /new HTTP/1.1",
                "Host: shop.test:8080",
                "User-Agent: sluice",
                "Authorization: secret",
                "Cookie: s=1",
                "Content-Type: text/plain",
                "X-Kept: yes",
                "Content-Length: 4",
                "")
            + "data",
        withCredentials().redirected(0, false));
  }

  @Test
  void aRedirectToAnotherOriginTakesNoCredentials() {
    String text = withCredentials().redirected(1, false);
    assertTrue(text.startsWith("POST /new HTTP/1.1\r\nHost: other.test\r\n"), text);
    assertFalse(text.contains("secret") || text.contains("s=1"), text);
    assertTrue(text.contains("X-Kept: yes\r\n") && text.endsWith("\r\n\r\ndata"), text);
  }

  @Test
  void aRedirectAsGetHasNoBodyAndDescribesNone() {
    assertEquals(
        lines(
            "GET /new HTTP/1.1",
            "Host: shop.test:8080",
            "User-Agent: sluice",
            "Authorization: secret",
            "Cookie: s=1",
            "X-Kept: yes",
            ""),
        withCredentials().redirected(0, true));
  }
}
