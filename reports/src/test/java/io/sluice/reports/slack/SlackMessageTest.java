package io.sluice.reports.slack;

import static io.sluice.reports.Golden.assertGolden;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.gate.ObjectiveResult;
import io.sluice.gate.Status;
import io.sluice.reports.SampleRun;
import io.sluice.reports.ci.JudgedRun;
import io.sluice.reports.ci.SampleJudged;
import io.sluice.reports.json.JsonText;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackMessageTest {
  private static final String LINK = "https://ci.example/run?a=1&b=2";

  @Test
  void theMessageIsAsItWas() throws IOException {
    assertGolden("slack.json", JsonText.pretty(SlackMessage.of(SampleJudged.golden(), LINK)));
  }

  @Test
  void theWorstObjectivesComeFirst() {
    String objectives =
        SlackMessage.of(SampleJudged.golden(), "").at("/blocks/2/text/text").asText();
    List<String> lines = objectives.lines().toList();
    assertEquals(7, lines.size());
    assertTrue(
        lines
            .getFirst()
            .startsWith("❌ FAIL `p95{endpoint:checkout} < 300ms`".replace("<", "&lt;")));
    assertTrue(lines.getLast().startsWith("✅ PASS"));
  }

  @Test
  void hostileTextMentionsNobodyAndLinksNowhere() {
    String message = SlackMessage.of(SampleJudged.hostile(), LINK).toString();
    assertFalse(message.contains("<!channel>"));
    assertFalse(message.contains("<script>"));
    assertTrue(message.contains("&lt;!channel&gt;"));
    assertTrue(message.contains("<https://ci.example/run?a=1&amp;b=2|Open the report>"));
    assertFalse(message.contains("\u202E"));
  }

  @Test
  void withoutALinkThereIsNone() {
    assertFalse(SlackMessage.of(SampleJudged.golden(), "").toString().contains("Open the report"));
  }

  @Test
  void slacksLimitsHold() {
    String endless = "&<>".repeat(5_000);
    List<ObjectiveResult> many =
        IntStream.range(0, 200)
            .mapToObj(
                i ->
                    SampleRun.result(
                        "p95{request:" + "<".repeat(900) + i + "} < 1s",
                        2e9,
                        1e9,
                        3e9,
                        9,
                        Status.FAIL,
                        endless))
            .toList();
    JudgedRun run = SampleJudged.of(Status.FAIL, endless, many);

    ObjectNode message = SlackMessage.of(run, "https://ci.example/" + "&".repeat(481));

    JsonNode blocks = message.path("blocks");
    assertTrue(blocks.size() <= 50);
    for (JsonNode block : blocks) {
      int most = block.path("type").asText().equals("header") ? 150 : 3_000;
      assertTrue(block.at("/text/text").asText().length() <= most, block::toString);
      assertTrue(block.path("fields").size() <= 10);
      block.path("fields").forEach(f -> assertTrue(f.path("text").asText().length() <= 2_000));
    }
    assertTrue(blocks.get(2).at("/text/text").asText().endsWith("… and 190 more"));
    assertTrue(message.path("text").asText().length() < 40_000);
  }

  @ParameterizedTest
  @CsvSource({
    "abc, 3, abc",
    "abcd, 3, ab…",
    "a<b, 6, a&lt;b",
    "a<b, 5, a…",
    "a<b, 1, …",
    "a<, 5, a&lt;",
  })
  void noReferenceIsCutInTwo(String text, int most, String expected) {
    assertEquals(expected, Mrkdwn.text(text, most));
  }
}
