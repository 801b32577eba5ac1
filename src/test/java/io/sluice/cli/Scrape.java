package io.sluice.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What was scraped.
 *
 * @param text in the text format of Prometheus
 */
record Scrape(String text) {
  private static final Pattern SERIES = Pattern.compile("(?m)^([A-Za-z_:]\\w*)(\\{.*})? (\\S+)$");

  /** Scrapes an address. */
  static Scrape of(String address) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(URI.create(address)).build(),
              HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new AssertionError("scraped " + answer.statusCode());
      }
      return new Scrape(answer.body());
    }
  }

  /**
   * The sum over all series of that name that hold each of these labels, written as in the text.
   */
  double sum(String name, String... labels) {
    double sum = 0;
    Matcher series = SERIES.matcher(text);
    while (series.find()) {
      String own = series.group(2) == null ? "" : series.group(2);
      if (series.group(1).equals(name) && Arrays.stream(labels).allMatch(own::contains)) {
        sum += Double.parseDouble(series.group(3).replace("+Inf", "Infinity"));
      }
    }
    return sum;
  }

  /** Names of all series. */
  Set<String> names() {
    return SERIES.matcher(text).results().map(m -> m.group(1)).collect(Collectors.toSet());
  }
}
