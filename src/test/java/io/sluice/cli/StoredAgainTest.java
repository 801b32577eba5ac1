package io.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.gate.baseline.BaselineRun;
import io.sluice.gate.baseline.SeriesTotal;
import io.sluice.history.Filter;
import io.sluice.history.History;
import io.sluice.history.StoreAddress;
import io.sluice.reports.RunReports;
import io.sluice.storefront.Storefront;
import io.sluice.storefront.StorefrontOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run is judged and added up while it goes on: its folder tells the same, to the last byte. */
class StoredAgainTest {
  private static final List<String> FILES =
      List.of(
          RunReports.VERDICT,
          RunReports.SUMMARY,
          RunReports.JUNIT,
          RunReports.MARKDOWN,
          RunReports.BADGE,
          RunReports.PAGE);

  @TempDir private Path folder;

  private static Map<String, String> contents(Path run) throws Exception {
    Map<String, String> contents = new LinkedHashMap<>();
    for (String file : FILES) {
      contents.put(file, Files.readString(run.resolve(file)));
    }
    return contents;
  }

  private static BaselineRun totals(Path store) throws Exception {
    try (History history = History.open(new StoreAddress.SqliteFile(store), Map.of())) {
      return history.totals(history.runs(Filter.newest(1))).getFirst();
    }
  }

  private static void assertSame(SeriesTotal live, SeriesTotal again) {
    assertEquals(live.times(), again.times());
    assertEquals(live.failed(), again.failed());
    assertEquals(live.effects(), again.effects());
  }

  @Test
  void theFolderOfARunTellsWhatTheRunTold() throws Exception {
    Path run = folder.resolve("run");
    Path store = folder.resolve("live.db");
    try (Storefront shop = Storefront.start(StorefrontOptions.demo(5))) {
      Invocation live =
          Invocation.of(
              "run",
              ShippedScenario.copyTo(folder, "storefront").toString(),
              "--env=BASE_URL=" + shop.baseUri(),
              "--profile=crowd",
              "--slo=p95 < 2s",
              "--slo=p95{last:3s} < 2s",
              "--slo=p90{worst:3s} < 2s",
              "--slo=error_budget(99%, 30d) < 10%",
              "--slo=throughput >= 1/min",
              "--quiet",
              "--store=" + store,
              "--out=" + run);
      assertEquals("", live.err());
    }
    Map<String, String> live = contents(run);
    assertEquals(0, Invocation.of("report", run.toString()).code());
    contents(run).forEach((file, again) -> assertEquals(live.get(file), again, file));
    assertTrue(String.valueOf(live.get(RunReports.VERDICT)).contains("p95{last:3s}"));

    Path anew = folder.resolve("again.db");
    assertEquals(0, Invocation.of("history", "add", "--store=" + anew, run.toString()).code());
    BaselineRun told = totals(store);
    BaselineRun read = totals(anew);
    assertTrue(told.total().requests() > 0);
    assertSame(told.total(), read.total());
    assertEquals(told.requests().keySet(), read.requests().keySet());
    told.requests().forEach((name, total) -> assertSame(total, read.series(name)));
  }
}
