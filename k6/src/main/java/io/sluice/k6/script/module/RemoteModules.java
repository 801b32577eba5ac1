package io.sluice.k6.script.module;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
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

  private final boolean allowed;

  RemoteModules(boolean allowed) {
    this.allowed = allowed;
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

  /** Fetches a module's text. */
  String fetch(String url) throws ModuleProblem {
    try (var client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(10))
            .build()) {
      var request = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(30)).build();
      var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new ModuleProblem(
            ModuleProblem.Kind.MODULE,
            "importing \"" + url + "\" failed: status " + answer.statusCode());
      }
      return answer.body();
    } catch (ModuleProblem e) {
      throw e;
    } catch (IOException e) {
      throw new ModuleProblem(
          ModuleProblem.Kind.MODULE, "importing \"" + url + "\" failed: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ModuleProblem(
          ModuleProblem.Kind.MODULE, "importing \"" + url + "\" was interrupted");
    }
  }
}
