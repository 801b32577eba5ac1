package io.sluice.reports.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.gate.Status;
import io.sluice.gate.Verdict;
import io.sluice.reports.SampleRun;
import io.sluice.reports.figures.RunFigures;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
  private static final String HOSTILE =
      "</script><script>alert(1)</script><!--\"'&\u2028\u202E\u0000\u001b\uD800<img src=x"
          + " onerror=a>";
  private static final Pattern ELEMENT =
      Pattern.compile("<(script|style)>(.*?)</\\1>", Pattern.DOTALL);

  private static String page(String name, String sentence) {
    Verdict verdict =
        new Verdict(
            Status.FAIL,
            sentence,
            SampleRun.verdict().objectives(),
            List.of(sentence),
            .95,
            Verdict.Statistics.INTERVAL);
    return HtmlReport.of(RunFigures.of(SampleRun.of(20, 40, List.of(name))), verdict);
  }

  private static JsonNode data(String page) throws Exception {
    String start = "<script type=\"application/json\" id=\"data\">";
    int from = page.indexOf(start) + start.length();
    return new ObjectMapper().readTree(page.substring(from, page.indexOf("</script>", from)));
  }

  @Test
  void thePolicyAllowsExactlyTheScriptsAndStylesOfThePage() throws Exception {
    String page = page("GET /", "no");
    Matcher policy =
        Pattern.compile("Content-Security-Policy\" content=\"([^\"]*)\"").matcher(page);
    assertTrue(policy.find());
    assertTrue(policy.group(1).startsWith("default-src 'none'; "));
    Matcher element = ELEMENT.matcher(page);
    int elements = 0;
    while (element.find()) {
      elements++;
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(element.group(2).getBytes(StandardCharsets.UTF_8));
      String source = "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
      assertTrue(policy.group(1).contains(source), "the policy lacks " + source);
    }
    assertEquals(elements, policy.group(1).split("sha256-", -1).length - 1);
    assertEquals(18, elements);
    assertFalse(policy.group(1).contains("unsafe"));
  }

  @Test
  void nothingIsLoadedFromElsewhere() {
    String page = page("GET /", "no");
    Matcher reference = Pattern.compile("\\s(?:src|href|action|srcset)=\"([^\"]*)\"").matcher(page);
    while (reference.find()) {
      assertEquals("data:,", reference.group(1));
    }
    assertFalse(
        Pattern.compile("@import|url\\(|fetch\\(|XMLHttpRequest|WebSocket").matcher(page).find());
    assertFalse(Pattern.compile("\\sstyle=\"|\\son[a-z]+=\"").matcher(page).find());
    assertFalse(page.contains("{{"));
  }

  @Test
  void scriptsNeverInsertHtml() {
    Matcher element = ELEMENT.matcher(page("GET /", "no"));
    while (element.find()) {
      if (!element.group(2).contains("leeoniya/uPlot")) {
        assertFalse(
            Pattern.compile("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\b")
                .matcher(element.group(2))
                .find());
      }
    }
  }

  @Test
  void theDataIsWholeAndColumnsHaveOneLength() throws Exception {
    JsonNode data = data(page("GET /", "no"));
    assertEquals("FAIL", data.at("/verdict/verdict").asText());
    assertEquals(721, data.at("/summary/total/requests/finished").asInt());
    assertEquals(data.at("/verdict/slos").size(), data.at("/slo_texts").size());
    assertEquals("4611686018427387905", data.at("/seed").asText());
    assertEquals(2, data.at("/summary/generator/loops").size());
    int points = data.at("/timeline/time").size();
    assertEquals(20, points);
    data.at("/timeline/outcomes").forEach(column -> assertEquals(points, column.size()));
    data.at("/timeline")
        .properties()
        .forEach(
            column -> {
              if (!column.getKey().equals("outcomes")) {
                assertEquals(points, column.getValue().size(), column.getKey());
              }
            });
    assertEquals(data.at("/curves/response/ms").size(), data.at("/curves/response/inverse").size());
  }

  @Test
  void hostileTextStaysData() throws Exception {
    String page = page(HOSTILE, HOSTILE);
    JsonNode data = data(page);
    String expected = HOSTILE.replace('\uD800', '\uFFFD');
    assertEquals(expected, data.at("/verdict/sentence").asText());
    assertTrue(data.at("/summary/requests_by_name").has(expected));
    assertEquals(page("GET /", "no").split("<script", -1).length, page.split("<script", -1).length);
    assertFalse(page.contains("alert(1)</script>"));
    assertFalse(page.contains("<img"));
    assertFalse(page.contains("\u2028"));
  }

  @Test
  void theLicenceOfTheChartLibraryIsKept() {
    assertTrue(page("GET /", "no").contains("The MIT License (MIT)"));
  }

  @Test
  void aScriptCannotEndItsElement() {
    assertThrows(IllegalArgumentException.class, () -> new Inline("script", "'</SCRIPT>'"));
  }
}
