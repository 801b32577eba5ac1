package io.sluice.reports.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import io.sluice.model.run.RunResult;
import io.sluice.model.run.SeriesCell;
import io.sluice.model.run.Times;
import io.sluice.reports.SampleComparison;
import io.sluice.reports.SampleRun;
import io.sluice.reports.figures.RunFigures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** The page of a run as a browser shows it, from a file, without a network. */
class ReportInBrowserTest {
  private static final String HOSTILE =
      "</script><script>window.pwned=1</script><img src=x onerror=window.pwned=1>\u202Erev\u0000";
  private static final int MINUTES_2 = 120;

  @TempDir static Path folder;
  static Browser browser;
  static RunResult run;
  static String page;

  @BeforeAll
  static void open() throws IOException {
    browser = Browser.start();
    run = SampleRun.of(MINUTES_2, 200, SampleRun.NAMES);
    page = write("report.html", HtmlReport.of(RunFigures.of(run), SampleRun.verdict()));
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void wide() {
    browser.view(1280, 900, "light");
  }

  private static String write(String name, String html) throws IOException {
    return Files.writeString(folder.resolve(name), html, StandardCharsets.UTF_8).toUri().toString();
  }

  @Test
  void saysNothingInTheConsoleAndAsksTheNetworkForNothing() throws IOException {
    browser.console();
    browser.requests();
    browser.open(page);
    assertEquals(List.of(), browser.console());
    assertEquals(
        List.of(page), browser.requests().stream().filter(a -> !a.equals("data:,")).toList());
  }

  @Test
  void everyChartHasDrawnPixels() {
    browser.open(page);
    String blank =
        """
        return [...document.querySelectorAll(".chart")].filter(chart => {
          const canvas = chart.querySelector("canvas");
          if (!canvas || !canvas.width) return true;
          const data = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
          const colours = new Set();
          for (let i = 0; i < data.length; i += 4) if (data[i + 3] > 60) colours.add(data[i] + "," + data[i + 1] + "," + data[i + 2]);
          return colours.size < (chart.clientHeight < 40 ? 1 : 3);
        }).map(chart => chart.getAttribute("aria-label")).join("; ")
        """;
    assertEquals("", browser.text(blank));
    assertTrue(browser.number("return document.querySelectorAll('.chart').length") >= 15);
  }

  /** The percentile of what ended in some seconds, by the run's own histograms. */
  private static double p95(int from, int to) {
    Histogram all = Times.fresh();
    run.intervals()
        .replay(
            interval -> {
              double middle = (interval.fromNanos() + interval.toNanos()) / 2e9;
              if (middle >= from && middle < to) {
                for (int s = 0; s < interval.seriesCount(); s++) {
                  SeriesCell cell = interval.seriesIfSeen(s);
                  if (cell != null) {
                    all.add(cell.okResponse());
                    all.add(cell.failedResponse());
                  }
                }
              }
            });
    return all.getValueAtPercentile(95) / 1000.0;
  }

  @ParameterizedTest
  @CsvSource({"0, 30", "58, 75", "61, 62", "100, 120"})
  void aStretchHasThePercentilesOfItsOwnHistograms(int from, int to) {
    browser.open(page);
    type("From", from / 60 + ":" + from % 60);
    type("to", to / 60 + ":" + to % 60 + Keys.ENTER);
    browser.rendered(2);
    assertEquals(p95(from, to), shown("p95"), p95(from, to) * 0.011);
    assertEquals(
        "From %d:%02d to %d:%02d".formatted(from / 60, from % 60, to / 60, to % 60),
        browser.text("return document.querySelector('.zoomed b').textContent"));
  }

  private static void type(String label, String text) {
    WebElement field =
        browser.driver().findElement(By.cssSelector(".stretch input[data-key='" + label + "']"));
    field.clear();
    field.sendKeys(text);
  }

  /** A figure of the stretch in milliseconds. */
  private static double shown(String term) {
    String text =
        browser.text(
            "return [...document.querySelectorAll('#stretch-figures dt')]"
                + ".find(dt => dt.textContent === arguments[0]).nextSibling.textContent",
            term);
    double number = Double.parseDouble(text.replaceAll("[^0-9.]", ""));
    return text.endsWith("ms") ? number : text.endsWith("µs") ? number / 1000 : number * 1000;
  }

  @Test
  void draggingOverAChartChoosesAStretchAndADoubleClickTakesItBack() {
    browser.open(page);
    WebElement over = browser.driver().findElement(By.cssSelector("#time .chart .u-over"));
    browser.driver().executeScript("arguments[0].scrollIntoView({block: 'center'})", over);
    int width = over.getSize().width;
    new Actions(browser.driver())
        .moveToElement(over, -width / 4, 0)
        .clickAndHold()
        .moveByOffset(width / 4, 0)
        .moveByOffset(width / 4, 0)
        .release()
        .perform();
    browser.rendered(2);
    assertTrue(browser.holds("return document.querySelector('.zoomed') !== null"));
    double from = browser.number("return range.stretch.from");
    double to = browser.number("return range.stretch.to");
    assertEquals(MINUTES_2 / 4.0, from, 2);
    assertEquals(MINUTES_2 * 3 / 4.0, to, 2);
    double middle = p95((int) Math.round(from), (int) Math.round(to));
    assertEquals(middle, shown("p95"), middle * 0.03); // the drag ends between two seconds
    over = browser.driver().findElement(By.cssSelector("#time .chart .u-over"));
    browser.driver().executeScript("arguments[0].scrollIntoView({block: 'center'})", over);
    new Actions(browser.driver()).moveToElement(over).doubleClick().perform();
    browser.rendered(3);
    assertTrue(browser.holds("return range.stretch === null"));
  }

  @Test
  void theTableSortsSearchesAndOpens() {
    browser.open(page);
    String first = "return document.querySelector('#requests tbody tr .opener').textContent";
    assertEquals("POST /auth/login", browser.text(first));
    click("#requests th button[data-key='request by p95']");
    assertEquals("POST /checkout/complete", browser.text(first));
    assertEquals(
        "descending",
        browser.text(
            "return document.querySelector('#requests th[aria-sort]').getAttribute('aria-sort')"));
    WebElement opener = browser.driver().findElement(By.cssSelector("#requests tbody tr .opener"));
    opener.sendKeys(Keys.ENTER); // by the keyboard
    browser.rendered(2);
    assertEquals(
        "true",
        browser.text(
            "return document.querySelector('#requests .opener').getAttribute('aria-expanded')"));
    assertEquals(
        3, browser.number("return document.querySelectorAll('#requests .behind .chart').length"));
    assertTrue(browser.holds("return document.activeElement.classList.contains('opener')"));
  }

  private static void click(String selector) {
    WebElement element = browser.driver().findElement(By.cssSelector(selector));
    browser.driver().executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
    element.click();
  }

  @Test
  void anErrorOpensItsExample() {
    browser.open(page);
    click("#errors .opener");
    browser.rendered(2);
    String example = browser.text("return document.querySelector('#errors .single').textContent");
    assertTrue(example.contains("/checkout/complete?step=2"), example);
    assertTrue(example.contains("Retry-After: 5"), example);
    assertTrue(example.contains("{\"error\": \"no stock\"}"), example);
    assertTrue(browser.number("return document.querySelectorAll('#slowest tbody tr').length") >= 5);
  }

  @ParameterizedTest
  @CsvSource({"light, 1280", "dark, 1280", "light, 375", "dark, 375"})
  void itIsReadableInEveryLight(String scheme, int width) throws IOException {
    browser.view(width, 900, scheme).open(page);
    String back = "return getComputedStyle(document.body).backgroundColor";
    assertEquals(
        scheme.equals("dark") ? "rgb(18, 22, 20)" : "rgb(245, 246, 244)", browser.text(back));
    assertTrue(
        browser.number("return document.documentElement.scrollWidth") <= width,
        "wider than the window");
    List<String> serious =
        new AxeBuilder()
            .analyze(browser.driver()).getViolations().stream()
                .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                .map(rule -> rule.getId() + ": " + nodes(rule))
                .toList();
    assertEquals(List.of(), serious);
    browser.screenshot("report-" + scheme + "-" + width);
  }

  private static String nodes(Rule rule) {
    return rule.getNodes().stream()
        .map(node -> node.getHtml() + " " + node.getTarget())
        .toList()
        .toString();
  }

  @Test
  void hostileTextIsShownAsText() throws IOException {
    RunResult hostile = SampleRun.of(20, 40, List.of(HOSTILE, "GET /"));
    browser.console();
    browser.open(write("hostile.html", HtmlReport.of(RunFigures.of(hostile), SampleRun.verdict())));
    assertTrue(browser.holds("return window.pwned === undefined"));
    assertTrue(browser.holds("return document.querySelector('img') === null"));
    assertTrue(
        browser
            .text("return document.querySelector('#requests .opener').textContent")
            .contains(
                "</script><script>window.pwned=1</script><img src=x onerror=window.pwned=1>\\u202erev\\u0000"));
    assertEquals(List.of(), browser.console());
  }

  @Test
  void twoRunsAreShownBesideEachOther() throws IOException {
    RunFigures a = RunFigures.of(SampleRun.of(60, 100, SampleRun.NAMES));
    RunFigures b = RunFigures.of(SampleRun.of(60, 120, SampleRun.NAMES));
    browser.console();
    browser.open(write("compare.html", HtmlReport.of(a, b, SampleComparison.regression())));
    assertEquals(List.of(), browser.console());
    assertEquals(
        "B IS WORSE", browser.text("return document.querySelector('#verdict .word').textContent"));
    assertTrue(
        browser.number("return document.querySelectorAll('#comparison tbody tr').length") > 5);
    assertTrue(
        browser.holds("return document.querySelector('#comparison .chart canvas').width > 0"));
    assertTrue(browser.holds("return document.getElementById('slos').hidden"));
    browser.screenshot("compare-light-1280");
  }

  @Test
  void aScriptFromElsewhereIsForbidden() {
    browser.open(page);
    browser
        .driver()
        .executeScript(
            "const s = document.createElement('script'); s.textContent = 'window.pwned = 1';"
                + " document.body.append(s)");
    assertTrue(browser.holds("return window.pwned === undefined"));
    assertFalse(browser.console().isEmpty(), "the policy tells of it");
    assertNotEquals("", page);
  }

  @Test
  void anHourOfThirtyNamesIsSmallAndQuick() throws IOException {
    List<String> names = new java.util.ArrayList<>();
    for (int i = 0; i < 30; i++) {
      names.add("GET /api/v1/resource/" + i);
    }
    RunResult hour = SampleRun.of(3600, 300, names);
    String html = HtmlReport.of(RunFigures.of(hour), SampleRun.verdict());
    int bytes = html.getBytes(StandardCharsets.UTF_8).length;
    assertTrue(bytes < 1_500_000, "the page has " + bytes + " bytes");
    browser.open(write("hour.html", html));
    System.out.printf(
        "an hour of 30 names: %,d bytes, rendered %.0f ms after navigation%n",
        bytes, browser.number("return performance.getEntriesByName('rendered')[0].startTime"));
  }
}
