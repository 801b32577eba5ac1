package io.sluice.storefront;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.storefront.shop.Customer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Talks to a storefront as a browser or a load script does. */
final class ShopClient implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  record Answer(int status, String body, HttpResponse<String> response) {
    JsonNode json() {
      try {
        return MAPPER.readTree(body);
      } catch (JsonProcessingException e) {
        throw new AssertionError("no JSON: " + body, e);
      }
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  private final HttpClient http;
  private final URI base;
  private final List<String> headers;

  private ShopClient(HttpClient http, URI base, List<String> headers) {
    this.http = http;
    this.base = base;
    this.headers = headers;
  }

  static ShopClient of(Storefront storefront) {
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    return of(http, storefront);
  }

  static ShopClient of(HttpClient http, Storefront storefront) {
    return new ShopClient(http, storefront.baseUri(), List.of());
  }

  /** The same client, with one header more on each request. */
  ShopClient with(String name, String value) {
    List<String> more = new ArrayList<>(headers);
    more.addAll(Arrays.asList(name, value));
    return new ShopClient(http, base, more);
  }

  ShopClient loggedIn() {
    return loggedInAs(Customer.ANNA);
  }

  ShopClient loggedInAs(Customer customer) {
    String credentials =
        "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(customer.email(), customer.password());
    String token = post("/auth/login", credentials).json().path("token").asText();
    return with("Authorization", "Bearer " + token);
  }

  Answer get(String path) {
    return send("GET", path, "");
  }

  Answer post(String path, String body) {
    return send("POST", path, body);
  }

  Answer put(String path, String body) {
    return send("PUT", path, body);
  }

  Answer send(String method, String path, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (!headers.isEmpty()) {
      request.headers(headers.toArray(String[]::new));
    }
    try {
      HttpResponse<String> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body(), response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
