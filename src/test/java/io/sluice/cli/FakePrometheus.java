package io.sluice.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** A server that says what a test has it say. */
final class FakePrometheus implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  /**
   * A request that came.
   *
   * @param authorization its header, or empty
   * @param form its parameters
   */
  record Asked(String path, String authorization, Map<String, String> form) {}

  /** An answer. */
  record Reply(int status, String body) {
    static Reply ok(String data) {
      return new Reply(200, "{\"status\":\"success\",\"data\":" + data + "}");
    }

    /** Series, each as a list of {@code [seconds, "value"]}. */
    static Reply matrix(String... values) {
      String series =
          List.of(values).stream()
              .map(list -> "{\"metric\":{},\"values\":" + list + "}")
              .collect(Collectors.joining(","));
      return ok("{\"resultType\":\"matrix\",\"result\":[" + series + "]}");
    }

    /** The same value at each moment that was asked for. */
    static Reply constant(Asked asked, String value) {
      double start = Double.parseDouble(asked.form().get("start"));
      double end = Double.parseDouble(asked.form().get("end"));
      long step = Long.parseLong(asked.form().get("step"));
      return matrix(
          LongStream.rangeClosed(0, (long) ((end - start) / step))
              .mapToObj(i -> "[%.3f,\"%s\"]".formatted(start + i * step, value))
              .collect(Collectors.joining(",", "[", "]")));
    }
  }

  private FakePrometheus(Function<Asked, Reply> replies) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", exchange -> answer(exchange, replies));
    server.start();
  }

  static FakePrometheus saying(Function<Asked, Reply> replies) throws IOException {
    return new FakePrometheus(replies);
  }

  private void answer(HttpExchange exchange, Function<Asked, Reply> replies) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Map<String, String> form = new HashMap<>();
      for (String pair : body.split("&", -1)) {
        int equals = pair.indexOf('=');
        form.put(
            pair.substring(0, equals),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
      List<String> authorization =
          exchange.getRequestHeaders().getOrDefault("Authorization", List.of(""));
      Asked request =
          new Asked(exchange.getRequestURI().toString(), authorization.getFirst(), form);
      asked.add(request);
      Reply reply = replies.apply(request);
      byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
      if (bytes.length > 0) {
        exchange.getResponseBody().write(bytes);
      }
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  List<Asked> asked() {
    return asked;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
