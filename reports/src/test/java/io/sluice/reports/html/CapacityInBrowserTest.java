package io.sluice.reports.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.reports.CapacityReportsTest;
import io.sluice.reports.capacity.CapacityFacts;
import io.sluice.reports.capacity.CapacityJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CapacityInBrowserTest {
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

  static Stream<CapacityFacts> searches() {
    return CapacityReportsTest.searches();
  }

  @ParameterizedTest
  @MethodSource("searches")
  void showsTheCurve(CapacityFacts facts) throws IOException {
    Path page = folder.resolve("capacity.html");
    Files.writeString(page, PageTemplate.capacity().page(CapacityJson.of(facts)));
    browser.view(1280, 900, "light").console();
    browser.open(page.toUri().toString());
    assertEquals(List.of(), browser.console());
    assertEquals(
        "shop | <b>", browser.text("return document.querySelector('#run-name bdi').textContent"));
    assertEquals(2, browser.number("return document.querySelectorAll('#curve canvas').length"));
    assertEquals(3, browser.number("return document.querySelectorAll('#probes tbody tr').length"));
    browser.screenshot("capacity-" + facts.result().conclusion());
    browser.view(375, 900, "dark");
    assertTrue(browser.number("return document.documentElement.scrollWidth") <= 375);
  }
}
