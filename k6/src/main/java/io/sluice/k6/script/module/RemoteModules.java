package io.sluice.k6.script.module;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Modules that are imported by URL: well-known ones are answered here, others fetched if that is
 * allowed.
 */
final class RemoteModules {
  /** Any version of a library of jslib.k6.io, and the resource that stands for it. */
  private static final Map<Pattern, String> LOCAL = new LinkedHashMap<>();

  static {
    for (String name : new String[] {"k6-utils", "k6-summary", "papaparse", "url", "formdata"}) {
      LOCAL.put(
          Pattern.compile("jslib\\.k6\\.io/" + name + "/[^/]+/[\\w.-]+\\.js"), "jslib/" + name);
    }
  }

  private static final Duration CONNECTING = Duration.ofSeconds(10);
  private static final Duration READING = Duration.ofSeconds(30);

  private final boolean allowed;
  private final Duration patience;
  private final Supplier<HttpClient.Builder> clients;

  RemoteModules(boolean allowed) {
    this(allowed, READING, HttpClient::newBuilder);
  }

  /**
   * Modules that are fetched in some way.
   *
   * @param patience until a whole module must be there
   */
  RemoteModules(boolean allowed, Duration patience, Supplier<HttpClient.Builder> clients) {
    this.allowed = allowed;
    this.patience = patience;
    this.clients = clients;
  }

  /**
   * The resource that answers a URL.
   *
   * @param address host and path
   */
  static @Nullable String resource(String address) {
    for (var entry : LOCAL.entrySet()) {
      if (entry.getKey().matcher(address).matches()) {
        return entry.getValue();
      }
    }
    return null;
  }

  /** Why a URL cannot be imported, or null if it can. */
  @Nullable String refusal(String url) {
    return allowed
        ? null
        : "importing \""
            + url
            + "\" needs the network: save the file and import it by its path, or run with --allow-remote-imports";
  }

  /** Fetches a module, through redirects. */
  Fetched fetch(String url) throws ModuleProblem {
    try (var client =
        clients
            .get()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(CONNECTING)
            .build()) {
      return module(url, answer(client, URI.create(url)));
    } catch (ExecutionException e) {
      throw failed(url, reason(e.getCause()));
    } catch (TimeoutException e) {
      throw failed(url, "no whole answer within " + patience.toSeconds() + " s");
    } catch (IllegalArgumentException e) {
      throw failed(url, "it is no URL: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(url, "it was interrupted");
    }
  }

  private HttpResponse<String> answer(HttpClient client, URI uri)
      throws ExecutionException, TimeoutException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(patience).build();
    try {
      return client
          .sendAsync(request, HttpResponse.BodyHandlers.ofString())
          .get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      client.shutdownNow(); // closing it would wait for the rest of the answer
      throw e;
    }
  }

  private static Fetched module(String url, HttpResponse<String> answer) throws ModuleProblem {
    if (answer.statusCode() != 200) {
      throw failed(url, at(url, answer) + "answered with status " + answer.statusCode());
    }
    String type = answer.headers().firstValue("Content-Type").orElse("");
    if (type.startsWith("text/html") || answer.body().stripLeading().startsWith("<")) {
      throw failed(url, at(url, answer) + "answered with a page (HTML), not with a script");
    }
    return new Fetched(answer.uri(), answer.body());
  }

  /**
   * A module from the network.
   *
   * @param url where it was found in the end
   */
  record Fetched(URI url, String text) {
    /** Imports by paths, which are meant from where the module was found. */
    private static final Pattern BY_PATH =
        Pattern.compile("(\\bfrom\\s*|\\bimport\\s*\\(?\\s*)(['\"])(\\.{0,2}/[^'\"\\n]*)\\2");

    /** The text with imports by URLs where there were paths. */
    String resolved() {
      return BY_PATH
          .matcher(text)
          .replaceAll(
              found ->
                  Matcher.quoteReplacement(
                      found.group(1)
                          + found.group(2)
                          + url.resolve(found.group(3))
                          + found.group(2)));
    }
  }

  private static String at(String url, HttpResponse<?> answer) {
    String found = answer.uri().toString();
    return found.equals(url) ? "the server " : found + ", where it was redirected to, ";
  }

  private static String reason(@Nullable Throwable failure) {
    return switch (failure) {
      case HttpTimeoutException _ -> "the server does not answer in time";
      case SSLException e -> "no TLS: " + e.getMessage();
      case ConnectException e ->
          e.getMessage() == null ? "the server cannot be reached" : e.getMessage();
      case null, default -> failure == null ? "" : String.valueOf(failure.getMessage());
    };
  }

  private static ModuleProblem failed(String url, String why) {
    return new ModuleProblem(ModuleProblem.Kind.MODULE, "importing \"" + url + "\" failed: " + why);
  }
}
