package io.sluice.cli.web;

import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks for.
 *
 * @param path decoded, beginning with {@code /}
 * @param parameters of the query, the first of each name
 * @param headers by their names in lower case, the first of each name
 */
public record WebRequest(String path, Map<String, String> parameters, Map<String, String> headers) {
  public WebRequest {
    parameters = Map.copyOf(parameters);
    headers = Map.copyOf(headers);
  }

  static WebRequest of(HttpExchange exchange) {
    Map<String, String> headers = new LinkedHashMap<>();
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) ->
                headers.putIfAbsent(name.toLowerCase(Locale.ROOT), values.getFirst()));
    String path = exchange.getRequestURI().getPath();
    return new WebRequest(
        path == null ? "" : path, parameters(exchange.getRequestURI().getRawQuery()), headers);
  }

  private static Map<String, String> parameters(@Nullable String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (query == null) {
      return parameters;
    }
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      try {
        parameters.putIfAbsent(
            URLDecoder.decode(name, StandardCharsets.UTF_8),
            URLDecoder.decode(value, StandardCharsets.UTF_8));
      } catch (IllegalArgumentException e) {
        // a broken escape: no parameter of ours has one
      }
    }
    return parameters;
  }

  /** A header by its name in lower case; empty if it is not there. */
  public String header(String name) {
    return headers.getOrDefault(name, "");
  }

  /** A parameter of the query; empty if it is not there. */
  public String parameter(String name) {
    return parameters.getOrDefault(name, "");
  }
}
