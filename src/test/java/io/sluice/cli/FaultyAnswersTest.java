package io.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.cli.RawServer.Answer;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a target does wrong during the load is counted as what it is. */
final class FaultyAnswersTest {
  @TempDir private Path folder;

  private StoredRun hit(String url) {
    StoredRun run = new StoredRun(folder.resolve("run"));
    Invocation ended =
        Invocation.of("hit", url, "--users=2", "--duration=1s", "--out=" + run.folder());
    assertEquals("", ended.err());
    return run;
  }

  @Test
  void anAnswerCutInTheMiddleIsAReset() throws Exception {
    AtomicInteger whole = new AtomicInteger();
    AtomicInteger cut = new AtomicInteger();
    try (RawServer server =
        RawServer.answering(
            (number, line) -> {
              boolean cuts = number % 3 == 2;
              (cuts ? cut : whole).incrementAndGet();
              return cuts ? Answer.cutInTheMiddle() : Answer.ok();
            })) {
      StoredRun run = hit(server.uri());

      assertTrue(cut.get() > 0);
      assertEquals(cut.get(), run.outcome("hit", "reset"));
      assertEquals(whole.get() - 1, run.outcome("hit", "ok"));
      assertEquals(
          cut.get() + whole.get() - 1, run.summary().at("/whole_run/requests/started").asLong());
    }
  }

  @Test
  void aRedirectElsewhereIsNotFollowed() throws Exception {
    AtomicInteger requests = new AtomicInteger();
    try (RawServer server =
        RawServer.answering(
            (number, line) -> {
              requests.incrementAndGet();
              return Answer.redirect("http://elsewhere.invalid/landing");
            })) {
      StoredRun run = hit(server.uri());

      long refused = run.summary().at("/generator/redirects_refused").asLong();
      assertEquals(requests.get() - 1, refused);
      assertEquals(Map.of(302, refused), run.statuses("hit"));
      assertEquals(0, run.summary().at("/whole_run/redirects").asLong());
      assertEquals(
          refused, count(run, "redirect to http://elsewhere.invalid/landing not followed"));
    }
  }

  private static long count(StoredRun run, String detail) {
    for (JsonNode error : run.summary().path("errors")) {
      if (error.path("detail").asText().equals(detail)) {
        return error.path("count").asLong();
      }
    }
    throw new AssertionError("no error says '" + detail + "': " + run.summary().path("errors"));
  }

  @Test
  void aRedirectWithinTheTargetIsFollowed() throws Exception {
    AtomicInteger landed = new AtomicInteger();
    try (RawServer server =
        RawServer.answering(
            (number, line) -> {
              if (line.startsWith("GET /landing ")) {
                landed.incrementAndGet();
                return Answer.ok();
              }
              return Answer.redirect("/landing");
            })) {
      StoredRun run = hit(server.uri() + "/start");

      long seen = landed.get() - 1L;
      assertTrue(seen > 0);
      assertEquals(Map.of(200, seen), run.statuses("hit"));
      assertEquals(seen, run.outcome("hit", "ok"));
      assertEquals(seen, run.summary().at("/whole_run/redirects").asLong());
      assertEquals(0, run.summary().at("/generator/redirects_refused").asLong());
    }
  }
}
