package io.sluice.cli;

import io.sluice.model.plan.Units;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * An address that takes JSON by POST. The address is a secret: neither it nor a message of the HTTP
 * client, which may hold it, is in what is returned. Not thread-safe.
 */
final class Webhook {
  /** How long one try may take. */
  static final Duration TIMEOUT = Duration.ofSeconds(5);

  private static final int TOO_MANY = 429;

  private final URI address;
  private final Duration timeout;
  private final Patience patience;

  /**
   * A webhook.
   *
   * @param timeout of one try
   */
  Webhook(URI address, Duration timeout, Patience patience) {
    this.address = address;
    this.timeout = timeout;
    this.patience = patience;
  }

  /**
   * What came of a try.
   *
   * @param trouble empty if the message was taken
   * @param again whether another try may help
   * @param pause what the other side asked for; zero if nothing
   */
  private record Answer(String trouble, Again again, Duration pause) {
    static final Answer TAKEN = new Answer("", Again.POINTLESS, Duration.ZERO);

    static Answer failure(String trouble) {
      return new Answer(trouble, Again.MAY_HELP, Duration.ZERO);
    }
  }

  private enum Again {
    MAY_HELP,
    POINTLESS
  }

  /** Sends the JSON; empty if it was taken, else a clause that says why not. */
  String post(String json) {
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(timeout)
            .build();
    try {
      return post(client, json);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "it was interrupted";
    } finally {
      client.shutdownNow();
    }
  }

  private String post(HttpClient client, String json) throws InterruptedException {
    long start = patience.nanos().getAsLong();
    for (int attempt = 1; ; attempt++) {
      Answer answer = attempt(client, json);
      if (answer.again() == Again.POINTLESS) {
        return answer.trouble();
      }
      String tries = attempt == 1 ? " (1 try)" : " (" + attempt + " tries)";
      if (attempt == Patience.TRIES) {
        return answer.trouble() + tries;
      }
      Duration pause = patience.after(attempt, answer.pause());
      Duration spent = Duration.ofNanos(patience.nanos().getAsLong() - start);
      if (spent.plus(pause).plus(timeout).compareTo(Patience.BUDGET) > 0) {
        return answer.trouble() + tries;
      }
      patience.pauses().pause(pause);
    }
  }

  private Answer attempt(HttpClient client, String json) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json; charset=utf-8")
            .header("User-Agent", "sluice/" + Version.current())
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build();
    CompletableFuture<HttpResponse<Void>> response =
        client.sendAsync(request, BodyHandlers.discarding());
    try {
      return answer(response.get(timeout.toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      response.cancel(true);
      return Answer.failure("no answer within " + Units.format(timeout));
    } catch (ExecutionException e) {
      return Answer.failure(trouble(Objects.requireNonNullElse(e.getCause(), e)));
    }
  }

  private static Answer answer(HttpResponse<Void> response) {
    int status = response.statusCode();
    if (status / 100 == 2) {
      return Answer.TAKEN;
    }
    String trouble = "the webhook answered " + status;
    boolean passing = status == TOO_MANY || status == 408 || status >= 500;
    return passing
        ? new Answer(trouble, Again.MAY_HELP, retryAfter(response))
        : new Answer(trouble, Again.POINTLESS, Duration.ZERO);
  }

  /** What {@code Retry-After} says in seconds, the form that webhooks use. */
  private static Duration retryAfter(HttpResponse<Void> response) {
    String seconds = response.headers().firstValue("Retry-After").orElse("").strip();
    return seconds.matches("\\d{1,6}")
        ? Duration.ofSeconds(Long.parseLong(seconds))
        : Duration.ZERO;
  }

  private static String trouble(Throwable cause) {
    return switch (cause) {
      case HttpConnectTimeoutException _ -> "the webhook cannot be reached in time";
      case ConnectException _ -> "the webhook cannot be reached";
      case SSLException _ -> "there is no trusted TLS connection to the webhook";
      case IOException _ -> "the connection to the webhook broke";
      default -> "the request failed";
    };
  }
}
