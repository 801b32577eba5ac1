package io.sluice.reports.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import io.sluice.reports.json.JsonText;
import io.sluice.reports.runs.SampleHistory;
import io.sluice.reports.runs.TrendPage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** The list of runs and the trend of a history as a browser shows them. */
class RunsInBrowserTest {
  private static final String HOSTILE =
      "</script><script>window.pwned=1</script><img src=x onerror=window.pwned=1>\u202Erev\u0000";

  @TempDir static Path folder;
  static Browser browser;

  @BeforeAll
  static void open() throws IOException {
    browser = Browser.start();
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  private static void trend(String name) throws IOException {
    Path page =
        Files.writeString(
            folder.resolve("trend.html"),
            TrendPage.of("runs/history.db", SampleHistory.groups(name)),
            StandardCharsets.UTF_8);
    browser.console();
    browser.requests();
    browser.open(page.toUri().toString());
    assertEquals(List.of(), browser.console());
    assertEquals(
        List.of(page.toUri().toString()),
        browser.requests().stream().filter(address -> !address.equals("data:,")).toList());
  }

  private static ObjectNode list(String... names) {
    ObjectNode json = JsonText.object();
    for (String name : names) {
      ObjectNode run = json.withArray("runs").addObject();
      run.put("folder", "2026-" + name).put("started", "2026-03-01T10:00:00Z");
      run.put("state", "judged").put("name", name).put("profile", "peak").put("verdict", "PASS");
      run.put("sentence", "All hold: " + name).put("revision", "main 1a2b").put("p95_ms", 120.5);
      run.put("duration_seconds", 61).put("requests", 120_034).put("error_rate", 0.002);
      run.put("slos", 5).put("slos_passed", 5);
      run.putArray("files").add("report.html").add("run.log");
    }
    ObjectNode running = json.withArray("runs").addObject();
    running.put("folder", "now").put("started", "2026-03-01T11:00:00Z").put("state", "running");
    running.put("name", "soak").put("profile", "").put("live", "http://127.0.0.1:9/");
    running.putArray("files").add("run.log");
    return json;
  }

  private interface Visit {
    void to(String address) throws IOException;
  }

  /** Serves the page, and the same list again, or another one. */
  private static void serving(JsonNode first, AtomicReference<JsonNode> next, Visit visit)
      throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          boolean list = exchange.getRequestURI().getPath().equals("/runs.json");
          String text =
              list
                  ? JsonText.pretty(Objects.requireNonNull(next.get()))
                  : PageTemplate.runList().page(first);
          exchange
              .getResponseHeaders()
              .set("Content-Type", list ? "application/json" : "text/html; charset=utf-8");
          byte[] body = text.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    try {
      browser.console();
      visit.to("http://127.0.0.1:%d/".formatted(server.getAddress().getPort()));
      assertEquals(List.of(), browser.console());
    } finally {
      browser.driver().get("about:blank");
      server.stop(0);
    }
  }

  private static void assertAccessible() {
    List<Rule> violations = new AxeBuilder().analyze(browser.driver()).getViolations();
    assertEquals(
        List.of(),
        violations.stream()
            .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
            .map(rule -> rule.getId() + ": " + rule.getNodes())
            .toList());
  }

  private static void assertFits() {
    assertTrue(
        browser.holds("return document.documentElement.scrollWidth <= innerWidth"),
        "it is wider than the screen");
  }

  @ParameterizedTest
  @CsvSource({"1280, light", "375, dark"})
  void theTrendIsDrawnAndAccessible(int width, String scheme) throws IOException {
    browser.view(width, 900, scheme);
    trend("Storefront journey");
    String blank =
        """
        return [...document.querySelectorAll(".chart canvas")].filter(canvas => {
          const data = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
          const colours = new Set();
          for (let i = 0; i < data.length; i += 4) if (data[i + 3] > 60) colours.add(data[i] + "," + data[i + 1] + "," + data[i + 2]);
          return colours.size < 3;
        }).length
        """;
    assertEquals(2, browser.number("return document.querySelectorAll('.chart canvas').length"));
    assertEquals(0, browser.number(blank));
    assertEquals(12, browser.number("return document.querySelectorAll('.scroll tbody tr').length"));
    assertFits();
    assertAccessible();
    browser.screenshot("trend-" + width + "-" + scheme);
  }

  @Test
  void hostileTextIsText() throws IOException {
    browser.view(1280, 900, "light");
    trend(HOSTILE);
    assertTrue(
        browser.holds("return window.pwned === undefined && !document.querySelector('img')"));
    AtomicReference<JsonNode> same = new AtomicReference<>(list(HOSTILE));
    serving(
        list(HOSTILE),
        same,
        address -> {
          browser.open(address);
          assertTrue(
              browser.holds("return window.pwned === undefined && !document.querySelector('img')"));
          assertTrue(browser.text("return document.body.innerText").contains("<img src=x"));
        });
  }

  @ParameterizedTest
  @CsvSource({"1280, light", "375, dark"})
  void theListIsAccessibleAndItsLinksLeadToFiles(int width, String scheme) throws IOException {
    browser.view(width, 900, scheme);
    AtomicReference<JsonNode> same = new AtomicReference<>(list("shop", "api"));
    serving(
        list("shop", "api"),
        same,
        address -> {
          browser.open(address);
          assertEquals(
              address + "runs/2026-shop/report.html",
              browser.text("return document.querySelector('.name a').href"));
          assertEquals(
              "http://127.0.0.1:9/",
              browser.text("return document.querySelectorAll('.name a')[2].href"));
          assertEquals("3 runs, 1 going on", browser.text("return count.textContent"));
          assertFits();
          assertAccessible();
          browser.screenshot("runs-" + width + "-" + scheme);
        });
  }

  @Test
  void theListRefreshesItselfAndKeepsWhatItsReaderDid() throws IOException {
    browser.view(1280, 900, "light");
    AtomicReference<JsonNode> next = new AtomicReference<>(list("shop", "api"));
    serving(
        list("shop", "api"),
        next,
        address -> {
          browser.open(address);
          browser.driver().findElement(By.id("search")).sendKeys("shop", Keys.TAB);
          browser.driver().findElement(By.cssSelector("details summary")).click();
          browser.rendered(5); // the first, one for each letter
          next.set(list("shop", "shopping", "api"));
          int rows = 0;
          long start = System.nanoTime();
          while (rows != 2 && System.nanoTime() - start < 20_000_000_000L) {
            rows =
                (int) browser.number("return document.querySelectorAll('.runs tbody tr').length");
          }
          assertEquals(2, rows);
          assertTrue(browser.holds("return document.querySelector('details').open"));
          assertFalse(browser.text("return document.body.innerText").contains("api"));
        });
  }
}
