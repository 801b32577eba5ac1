package io.sluice.reports.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.reports.html.PageTemplate;
import io.sluice.reports.json.JsonText;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TrendPageTest {
  private static final String HOSTILE =
      "</script><script>alert(1)</script><!--\"'&\u2028\u202e\u0000<img src=x onerror=a>";

  private static JsonNode data(String page) throws Exception {
    String start = "<script type=\"application/json\" id=\"data\">";
    int from = page.indexOf(start) + start.length();
    return new ObjectMapper().readTree(page.substring(from, page.indexOf("</script>", from)));
  }

  @Test
  void columnsHaveAValueForEachRun() throws Exception {
    JsonNode group =
        data(TrendPage.of("runs/history.db", SampleHistory.groups("shop"))).at("/groups/0");
    assertEquals(12, group.path("runs").size());
    assertEquals(2, group.path("objectives").size());
    for (JsonNode objective : group.path("objectives")) {
      for (String column : List.of("threshold", "estimate", "low", "high", "status")) {
        assertEquals(12, objective.path(column).size(), column);
      }
    }
    assertTrue(group.at("/objectives/1/estimate/3").isNull());
    assertEquals("FAIL", group.at("/objectives/0/status/" + SampleHistory.SLOW).asText());
    assertEquals(11, group.path("changes").size());
  }

  @Test
  void hostileTextStaysData() throws Exception {
    String page = TrendPage.of(HOSTILE, SampleHistory.groups(HOSTILE));
    String harmless = TrendPage.of("x", SampleHistory.groups("shop"));
    assertEquals(HOSTILE, data(page).at("/groups/0/name").asText());
    assertEquals(harmless.split("<script", -1).length, page.split("<script", -1).length);
    assertFalse(page.contains("<img"));
  }

  @Test
  void pagesLoadNothingFromElsewhereAndNeverInsertHtml() {
    String list = PageTemplate.runList().page(JsonText.object());
    String trend = TrendPage.of("x", SampleHistory.groups("shop"));
    for (String page : List.of(list, trend)) {
      Matcher reference =
          Pattern.compile("\\s(?:src|href|action|srcset)=\"([^\"]*)\"").matcher(page);
      while (reference.find()) {
        assertEquals("data:,", reference.group(1));
      }
      assertFalse(page.contains("{{"));
      assertFalse(Pattern.compile("\\sstyle=\"|\\son[a-z]+=\"").matcher(page).find());
    }
    assertFalse(
        Pattern.compile("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\b")
            .matcher(list)
            .find());
    assertTrue(PageTemplate.runList().policy().contains("connect-src 'self'"));
    assertFalse(PageTemplate.trend().policy().contains("connect-src"));
    assertFalse(PageTemplate.runList().policy().contains("unsafe"));
  }
}
