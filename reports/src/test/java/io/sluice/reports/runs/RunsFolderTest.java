package io.sluice.reports.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.gate.Status;
import io.sluice.reports.RunReports;
import io.sluice.reports.SampleRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunsFolderTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final String HEADER =
      "sluice-run-log\tversion=2\nrun\tname=shop\tstarted=2026-03-01T09:59:00Z\tdigest=ab\n";

  @TempDir Path runs;

  private RunsFolder folder() {
    return new RunsFolder(runs, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private Path judged(String name) throws IOException {
    Path run = Files.createDirectory(runs.resolve(name));
    RunReports.of(SampleRun.golden(), SampleRun.verdict()).write(run);
    Files.writeString(run.resolve("run.log"), HEADER);
    return run;
  }

  private Path unfinished(String name, Instant written) throws IOException {
    Path run = Files.createDirectory(runs.resolve(name));
    Files.writeString(run.resolve("plan.json"), "{\"name\":\"shop\",\"profile\":\"peak\"}");
    Path log = Files.writeString(run.resolve("run.log"), HEADER);
    Files.setLastModifiedTime(log, FileTime.from(written));
    return run;
  }

  @Test
  void aJudgedRunIsReadFromItsFiles() throws IOException {
    judged("one");
    ListedRun.Judged run = assertInstanceOf(ListedRun.Judged.class, folder().list().getFirst());
    assertEquals("Storefront journey", run.run().name());
    assertEquals("demo", run.run().profile());
    assertEquals(Status.FAIL, run.run().status());
    assertEquals(SampleRun.verdict().sentence(), run.run().sentence());
    assertEquals(SampleRun.verdict().objectives().size(), run.run().objectives().size());
    assertEquals(SampleRun.golden().header().started(), run.started());
    assertEquals(
        List.of(
            "report.html",
            "summary.json",
            "verdict.json",
            "junit.xml",
            "summary.md",
            "badge.json",
            "run.log"),
        run.files());
    assertTrue(run.run().total().finished() > 0);
  }

  @ParameterizedTest
  @CsvSource({"0, true", "29, true", "30, false", "86400, false"})
  void aRunWithoutAVerdictIsGoingOnWhileItsLogGrows(long secondsAgo, boolean running)
      throws IOException {
    unfinished("one", NOW.minusSeconds(secondsAgo));
    ListedRun run = folder().list().getFirst();
    assertEquals(running, run instanceof ListedRun.Running);
    assertEquals(Instant.parse("2026-03-01T09:59:00Z"), run.started());
    JsonNode json = RunListJson.of(List.of(run)).at("/runs/0");
    assertEquals(running ? "running" : "unjudged", json.path("state").asText());
    assertEquals("shop", json.path("name").asText());
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:9000/, http://127.0.0.1:9000/",
    "https://host.example/x, https://host.example/x",
    "javascript:alert(1), ''",
    "data:text/html;x, ''",
    "file:///etc/passwd, ''",
    "//host.example/, ''",
    "http:, ''",
    "a b, ''"
  })
  void onlyAnAddressOfTheWebBecomesALink(String url, String live) throws IOException {
    Path run = unfinished("one", NOW);
    Files.writeString(run.resolve("live.json"), "{\"url\":\"" + url + "\"}");
    ListedRun.Running running =
        assertInstanceOf(ListedRun.Running.class, folder().list().getFirst());
    assertEquals(live, running.live());
  }

  @Test
  void brokenFilesAreToldAndHideNoOtherRun() throws IOException {
    judged("good");
    Files.writeString(judged("broken").resolve("verdict.json"), "{\"verdict\":");
    Files.writeString(judged("strange").resolve("verdict.json"), "{\"verdict\":\"MAYBE\"}");
    Files.writeString(unfinished("half", NOW).resolve("plan.json"), "{\"na");
    Files.writeString(unfinished("no header", NOW).resolve("run.log"), "");
    Files.createDirectory(runs.resolve("empty"));
    Files.createDirectory(runs.resolve(".hidden"));
    Files.createFile(runs.resolve("history.db"));
    List<ListedRun> listed = folder().list();
    assertEquals(5, listed.size());
    assertEquals(2, listed.stream().filter(run -> run instanceof ListedRun.Unjudged).count());
    assertEquals(1, listed.stream().filter(run -> run instanceof ListedRun.Judged).count());
  }

  @Test
  void theNewestRunIsTheFirstAndChangesAreSeen() throws IOException {
    unfinished("a", NOW);
    Path old = judged("b");
    RunsFolder folder = folder();
    assertEquals(List.of("a", "b"), folder.list().stream().map(ListedRun::folder).toList());
    String text = Files.readString(old.resolve("verdict.json"));
    Files.writeString(old.resolve("verdict.json"), text.replaceFirst("\"FAIL\"", "\"PASS\""));
    Files.setLastModifiedTime(old.resolve("verdict.json"), FileTime.from(NOW.plusSeconds(5)));
    ListedRun.Judged judged = assertInstanceOf(ListedRun.Judged.class, folder.list().getLast());
    assertEquals(Status.PASS, judged.run().status());
  }

  @Test
  void linksLeadNowhere() throws IOException {
    Path elsewhere = Files.createDirectory(runs.resolveSibling(runs.getFileName() + "-else"));
    Files.writeString(elsewhere.resolve("run.log"), HEADER);
    Files.createSymbolicLink(runs.resolve("linked"), elsewhere);
    Path run = judged("one");
    Files.delete(run.resolve("junit.xml"));
    Files.createSymbolicLink(run.resolve("junit.xml"), elsewhere.resolve("run.log"));
    assertEquals(List.of("one"), folder().list().stream().map(ListedRun::folder).toList());
    FileNames files = new FileNames(runs);
    assertTrue(files.find("one", "run.log").isPresent());
    assertTrue(files.find("one", "junit.xml").isEmpty());
    assertTrue(files.find("linked", "run.log").isEmpty());
    Files.delete(elsewhere.resolve("run.log"));
    Files.delete(elsewhere);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "../one", "one/..", "a\\b", ".hidden", "one/", "nowhere"})
  void noOtherFolderIsOpened(String run) throws IOException {
    judged("one");
    assertTrue(new FileNames(runs).find(run, "run.log").isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "..", "../one/run.log", "history.db", "run.log.bak", ".run.log.part"})
  void noOtherFileIsOpened(String name) throws IOException {
    Path run = judged("one");
    Files.writeString(run.resolve("run.log.bak"), "x");
    Files.writeString(runs.resolve("history.db"), "x");
    assertTrue(new FileNames(runs).find("one", name).isEmpty());
  }
}
