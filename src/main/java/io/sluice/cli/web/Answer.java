package io.sluice.cli.web;

import java.nio.file.Path;
import java.util.Map;

/** What is said to a request. */
public sealed interface Answer {
  /** Nothing may be loaded or run by it. */
  String STRICT_POLICY =
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  /**
   * A text in UTF-8.
   *
   * @param status of HTTP
   * @param type media type, without the charset
   * @param headers that are added, or take the place of the usual ones
   */
  record Text(int status, String type, String body, Map<String, String> headers) implements Answer {
    public Text {
      headers = Map.copyOf(headers);
    }
  }

  /**
   * A file as it is now; a symbolic link is none.
   *
   * @param type media type, with the charset
   * @param headers that are added, or take the place of the usual ones
   */
  record Stored(Path file, String type, Map<String, String> headers) implements Answer {
    public Stored {
      headers = Map.copyOf(headers);
    }
  }

  /** Server-sent events until one side has had enough. */
  record Events(EventFeed feed) implements Answer {}

  /** A page; its policy says what it may load and run. */
  static Answer page(String html, String policy) {
    return new Text(200, "text/html", html, Map.of("Content-Security-Policy", policy));
  }

  /** JSON for a program, or for a page of this server. */
  static Answer json(String json) {
    return new Text(200, "application/json", json, Map.of());
  }

  /** A sentence with a status. */
  static Answer sentence(int status, String sentence) {
    return new Text(status, "text/plain", sentence + "\n", Map.of());
  }

  /** There is nothing of that name. */
  static Answer missing() {
    return sentence(404, "There is nothing of that name.");
  }
}
