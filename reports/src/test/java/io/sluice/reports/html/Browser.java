package io.sluice.reports.html;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A real browser, without a window: Debian's Chromium by its ChromeDriver. Where they are missing,
 * tests are skipped, unless the system property {@code browser.required} says that they may not be.
 */
final class Browser implements AutoCloseable {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final ChromeDriver driver;
  private final Path profile;

  private Browser(ChromeDriver driver, Path profile) {
    this.driver = driver;
    this.profile = profile;
  }

  static Browser start() throws IOException {
    boolean there = Files.exists(CHROMIUM) && Files.exists(DRIVER);
    if (!there && Boolean.getBoolean("browser.required")) {
      throw new IllegalStateException("expected " + CHROMIUM + " and " + DRIVER);
    }
    Assumptions.assumeTrue(there, "needs Debian's packages chromium and chromium-driver");
    Path profile = Files.createTempDirectory("chromium");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    ChromeOptions options = new ChromeOptions().setBinary(CHROMIUM.toString());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
        "--user-data-dir=" + profile);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build();
    return new Browser(new ChromeDriver(service, options), profile);
  }

  ChromeDriver driver() {
    return driver;
  }

  /** Sets the size of what is seen, and whether the reader likes it dark. */
  Browser view(int width, int height, String scheme) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 500));
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    return this;
  }

  /** Opens a page and waits until it has rendered its data. */
  Browser open(String address) {
    driver.get(address);
    return rendered(1);
  }

  /** Waits until the page has rendered that often. */
  Browser rendered(int times) {
    String count = "return Number(document.documentElement.dataset.rendered || 0)";
    new WebDriverWait(driver, PATIENCE).until(_ -> number(count) >= times);
    return this;
  }

  double number(String script, Object... arguments) {
    return driver.executeScript(script, arguments) instanceof Number number
        ? number.doubleValue()
        : Double.NaN;
  }

  String text(String script, Object... arguments) {
    return String.valueOf(driver.executeScript(script, arguments));
  }

  boolean holds(String script, Object... arguments) {
    return Boolean.TRUE.equals(driver.executeScript(script, arguments));
  }

  /** What the console has said since it was last asked. */
  List<String> console() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::getMessage)
        .toList();
  }

  /** Addresses that the page has asked for since this was last asked. */
  List<String> requests() throws IOException {
    List<String> addresses = new ArrayList<>();
    ObjectMapper mapper = new ObjectMapper();
    for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
      JsonNode message = mapper.readTree(entry.getMessage()).path("message");
      if (message.path("method").asText().equals("Network.requestWillBeSent")) {
        addresses.add(message.at("/params/request/url").asText());
      }
    }
    return addresses;
  }

  /** A picture of the whole page, for people. */
  void screenshot(String name) throws IOException {
    double height = number("return document.documentElement.scrollHeight");
    double width = number("return innerWidth");
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of(
            "width",
            (int) width,
            "height",
            (int) Math.min(9000, height),
            "deviceScaleFactor",
            1,
            "mobile",
            false));
    Files.createDirectories(SCREENSHOTS);
    Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
  }

  @Override
  public void close() {
    driver.quit();
    try (var files = Files.walk(profile)) {
      files.sorted(java.util.Comparator.reverseOrder()).forEach(Browser::delete);
    } catch (IOException e) {
      // a temporary folder that the system will clear
    }
  }

  private static void delete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      // likewise
    }
  }
}
