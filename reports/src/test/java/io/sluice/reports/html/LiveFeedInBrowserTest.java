package io.sluice.reports.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.sluice.model.run.RunEnd;
import io.sluice.model.run.RunResult;
import io.sluice.model.run.TargetMetrics;
import io.sluice.reports.SampleRun;
import io.sluice.reports.figures.FiguresRecorder;
import io.sluice.reports.figures.RunFigures;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a run that goes on, fed with what has changed, knows what it would if told all. */
class LiveFeedInBrowserTest {
  /** Reads events one after the other, as the page does, and says what is known then. */
  private static final String FOLD =
      """
      const done = arguments[arguments.length - 1];
      (async () => {
        let rows = null;
        for (const event of arguments[0]) rows = await grid.read(JSON.parse(event).grid, rows);
        return JSON.stringify([...rows.values()].map(row => [row.name, row.seconds,
          row.cells.map(cell => [cell.ok, cell.failed].map(c => [[...c.buckets], [...c.times]]))])
          .sort((a, b) => a[0] < b[0] ? -1 : 1));
      })().then(done, e => done("failed: " + e));
      """;

  @TempDir static Path folder;
  static Browser browser;

  @BeforeAll
  static void open() throws IOException {
    browser = Browser.start();
    String html = HtmlReport.of(RunFigures.of(SampleRun.golden()), SampleRun.verdict());
    Path page = Files.writeString(folder.resolve("page.html"), html, StandardCharsets.UTF_8);
    browser.view(1280, 900, "light").open(page.toUri().toString());
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  /** What is known of a run after each of its seconds. */
  private static List<RunFigures> seconds(RunResult run) {
    List<RunFigures> seen = new ArrayList<>();
    FiguresRecorder recorder = new FiguresRecorder(run.plan(), run.header());
    run.intervals()
        .replay(
            interval -> {
              recorder.onInterval(interval);
              RunEnd now = new RunEnd(RunEnd.Reason.COMPLETED, "", recorder.nanos());
              seen.add(recorder.figures(now, TargetMetrics.NONE));
            });
    return seen;
  }

  private static String known(List<LiveFeed.Event> events) {
    List<String> data = events.stream().map(LiveFeed.Event::data).toList();
    return String.valueOf(browser.driver().executeAsyncScript(FOLD, data));
  }

  private static List<LiveFeed.Event> told(LiveFeed feed, List<RunFigures> seconds) {
    return seconds.stream().map(figures -> feed.next(figures, Optional.empty())).toList();
  }

  private static long wholes(List<LiveFeed.Event> events) {
    return events.stream().filter(event -> event.name().equals("run")).count();
  }

  @Test
  void whatHasChangedAddsUpToAllOfARunWhoseStretchesWereJoined() {
    LiveFeed feed = new LiveFeed();
    List<RunFigures> seconds = seconds(SampleRun.of(300, 20, SampleRun.NAMES));
    List<LiveFeed.Event> events = told(feed, seconds);
    assertEquals(2, wholes(events), "the first, and where stretches became 2 s long");
    String whole = known(List.of(feed.whole(seconds.getLast(), Optional.empty())));
    assertTrue(whole.contains("POST /cart/add"), whole);
    assertEquals(whole, known(events));
  }

  @Test
  void whoComesLaterKnowsAsMuch() {
    LiveFeed feed = new LiveFeed();
    List<RunFigures> seconds = seconds(SampleRun.of(30, 20, SampleRun.NAMES));
    List<LiveFeed.Event> all = told(feed, seconds.subList(0, 20));
    List<LiveFeed.Event> late = new ArrayList<>();
    late.add(feed.whole(seconds.get(19), Optional.empty()));
    List<LiveFeed.Event> rest = told(feed, seconds.subList(20, 30));
    assertEquals(0, wholes(rest));
    late.addAll(rest);
    List<LiveFeed.Event> early = new ArrayList<>(all);
    early.addAll(rest);
    assertEquals(known(early), known(late));
  }

  @Test
  void manyRequestsAreToldInLongerStretches() throws IOException {
    LiveFeed feed = new LiveFeed(3_000);
    List<RunFigures> seconds = seconds(SampleRun.of(50, 200, SampleRun.NAMES));
    List<LiveFeed.Event> events = told(feed, seconds);
    LiveFeed.Event whole = feed.whole(seconds.getLast(), Optional.empty());
    var rows = new ObjectMapper().readTree(whole.data()).at("/grid/rows");
    assertTrue(rows.get(1).path("every").asInt() > 1, "every " + rows.get(1));
    assertEquals(known(List.of(whole)), known(events));
  }

  @Test
  void thePageShowsWhatItIsFed() throws IOException {
    LiveFeed feed = new LiveFeed();
    List<RunFigures> seconds = seconds(SampleRun.golden());
    StringBuilder text = new StringBuilder();
    for (LiveFeed.Event event : told(feed, seconds.subList(0, 15))) {
      text.append("event: %s\ndata: %s\n\n".formatted(event.name(), event.data()));
    }
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    answer(server, "/", "text/html; charset=utf-8", HtmlReport.live("/events").html());
    answer(server, "/events", "text/event-stream", text.toString());
    server.start();
    try (Browser page = Browser.start()) {
      page.view(1280, 900, "light")
          .open("http://127.0.0.1:" + server.getAddress().getPort() + "/")
          .rendered(15);
      String rate = "return document.body.textContent.includes(arguments[0])";
      assertTrue(page.holds(rate, "GET /products/search"));
      assertTrue(page.number("return document.querySelectorAll('.chart canvas').length") >= 10);
      assertEquals(List.of(), page.console().stream().filter(l -> !l.contains("favicon")).toList());
    } finally {
      server.stop(0);
    }
  }

  private static void answer(HttpServer server, String path, String type, String body) {
    server.createContext(
        path,
        exchange -> {
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", type);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }
}
