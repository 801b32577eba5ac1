package io.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.storefront.Storefront;
import io.sluice.storefront.StorefrontOptions;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LivePageTest {
  @TempDir private Path folder;

  private record Told(String name, JsonNode data) {}

  /** All events of a feed until it ends. */
  private static List<Told> follow(String address) throws Exception {
    List<Told> told = new ArrayList<>();
    HttpRequest request = HttpRequest.newBuilder(URI.create(address + "events")).build();
    try (HttpClient client = HttpClient.newHttpClient();
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    client.send(request, BodyHandlers.ofInputStream()).body(),
                    StandardCharsets.UTF_8))) {
      String name = "";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("event: ")) {
          name = line.substring("event: ".length());
        } else if (line.startsWith("data: ")) {
          told.add(new Told(name, new ObjectMapper().readTree(line.substring("data: ".length()))));
        }
      }
    }
    return told;
  }

  @Test
  void isFedWhileTheRunGoesOnAndToldTheVerdict() throws Exception {
    try (Storefront shop = Storefront.start(StorefrontOptions.defaults())) {
      Path out = folder.resolve("run");
      LiveInvocation run =
          LiveInvocation.of(
              "hit",
              shop.baseUri() + "/health",
              "--rate=200/s",
              "--duration=6s",
              "--slo=p95 < 2s",
              "--quiet",
              "--live",
              "--out=" + out);
      String address = run.awaitOut("live: (\\S+)");
      try (HttpClient client = HttpClient.newHttpClient()) {
        var page =
            client.send(
                HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
        assertTrue(page.body().contains("<meta name=\"feed\" content=\"/events\">"));
        String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertTrue(policy.contains("connect-src 'self'"), policy);
      }
      Poll.until("the folder tells where", () -> Files.exists(out.resolve("live.json")));
      List<Told> told = follow(address);
      List<Told> running = told.subList(0, told.size() - 1);
      assertTrue(running.size() >= 2, "events: " + told.size());
      assertEquals("run", running.getFirst().name());
      assertEquals("more", running.getLast().name(), "only what is new, after six seconds");
      long before = -1;
      for (Told event : running) {
        assertTrue(event.data().path("running").asBoolean());
        long now = event.data().at("/summary/whole_run/requests/finished").asLong();
        assertTrue(now >= before, now + " after " + before);
        before = now;
      }
      Told last = told.getLast();
      assertEquals("end", last.name());
      assertFalse(last.data().path("running").asBoolean());
      JsonNode verdict = new ObjectMapper().readTree(out.resolve("verdict.json").toFile());
      assertEquals(verdict, last.data().path("verdict"));
      JsonNode summary = new ObjectMapper().readTree(out.resolve("summary.json").toFile());
      assertEquals(summary.path("whole_run"), last.data().at("/summary/whole_run"));
      assertEquals(verdict.path("exit_code").asInt(), run.ended().code());
      assertFalse(Files.exists(out.resolve("live.json")), "nobody answers there any more");
    }
  }

  @Test
  void anAddressThatIsTakenEndsBeforeAnyLoad() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress());
        Storefront shop = Storefront.start(StorefrontOptions.defaults())) {
      Path out = folder.resolve("run");
      Invocation run =
          Invocation.of(
              "hit",
              shop.baseUri() + "/health",
              "--users=1",
              "--duration=1s",
              "--live=" + taken.getLocalPort(),
              "--out=" + out);
      assertEquals(2, run.code());
      assertTrue(
          run.err().startsWith("sluice: --live " + taken.getLocalPort() + ": cannot listen there"),
          run.err());
      assertFalse(Files.exists(out));
    }
  }
}
