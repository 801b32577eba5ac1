package io.sluice.scenarios.query;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Answers as the storefront gives them. */
final class Bodies {
  /** 140 bytes. */
  static final String LOGIN =
      "{\"token\":\"9f86d081884c7d659a2feaa0c55ad015\",\"user\":{\"email\":\"anna@example.com\","
          + "\"firstName\":\"Anna\",\"lastName\":\"Berg\",\"phone\":\"+49 30 1234567\"}}";

  /** 2 KB. */
  static final String PRODUCTS =
      IntStream.rangeClosed(1, 15)
          .mapToObj(
              id ->
                  "{\"id\":%d,\"name\":\"Meridian %d Laptop\",\"category\":\"laptop\","
                          .formatted(id, id)
                      + "\"price\":1199.00,\"description\":\"14-inch ultrabook, 16 GB memory.\"}")
          .collect(Collectors.joining(",", "{\"data\":[", "],\"total\":15}"));

  /** A page of 2 KB with a form's hidden field in its middle. */
  static final String PAGE =
      "<html><body>"
          + "<p class=\"teaser\">Free delivery from 50 euros.</p>".repeat(20)
          + "<input type=\"hidden\" name=\"csrf\" value=\"5d41402abc4b2a76\">"
          + "<p class=\"teaser\">Free delivery from 50 euros.</p>".repeat(20)
          + "</body></html>";

  private Bodies() {}
}
