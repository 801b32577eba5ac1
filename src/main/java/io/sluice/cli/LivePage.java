package io.sluice.cli;

import io.sluice.cli.web.Access;
import io.sluice.cli.web.Answer;
import io.sluice.cli.web.Binding;
import io.sluice.cli.web.Broadcast;
import io.sluice.cli.web.Event;
import io.sluice.cli.web.Route;
import io.sluice.cli.web.WebRequest;
import io.sluice.cli.web.WebServer;
import io.sluice.gate.Verdict;
import io.sluice.reports.figures.RunFigures;
import io.sluice.reports.html.HtmlReport;
import io.sluice.reports.html.LiveFeed;
import io.sluice.reports.json.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The report's page of a run that goes on, fed by server-sent events.
 *
 * <p>What the intervals amount to is worked out on a thread of its own, and only while somebody
 * looks: once a second, and down to every three seconds where it would take more than four
 * thousandths of a core.
 */
final class LivePage implements RunWatch {
  private static final String FEED = "/events";
  private static final String ADDRESS_FILE = "live.json";
  private static final long SECOND_MILLIS = 1_000;
  private static final long MOST_MILLIS = 3_000;
  private static final int REST = 250;

  private final Broadcast broadcast = new Broadcast(_ -> missed());
  private final WebServer server;
  private final LiveFeed feed = new LiveFeed();
  private Supplier<List<Event>> missed = List::of;
  private @Nullable Thread teller;
  private @Nullable Path addressFile;
  private int number;

  private LivePage(Binding binding, Access access) throws IOException {
    HtmlReport.Page page = HtmlReport.live(FEED);
    server =
        WebServer.start(
            binding,
            access,
            List.of(
                route("/", Answer.page(page.html(), page.policy() + "; frame-ancestors 'none'")),
                route(FEED, new Answer.Events(broadcast))));
  }

  /**
   * Listens and serves.
   *
   * @throws IOException if the address is taken, or may not be
   */
  static LivePage open(Binding binding, Access access) throws IOException {
    return new LivePage(binding, access);
  }

  private static Route route(String path, Answer answer) {
    return new Route() {
      @Override
      public String path() {
        return path;
      }

      @Override
      public Answer answer(WebRequest request) {
        return answer;
      }
    };
  }

  /** Where a person can open it. */
  URI uri() {
    return server.uri();
  }

  @Override
  public boolean wanted() {
    return true;
  }

  /** What somebody who comes now is to have first; asked for while nothing is published. */
  private List<Event> missed() {
    List<Event> events = missed.get();
    missed = () -> events;
    return events;
  }

  @Override
  public void watch(RunFolder folder, RunningTally tally) {
    tellAddress(folder);
    teller = Thread.ofPlatform().daemon().name("live-page").start(() -> tell(tally));
  }

  /** For those who list runs; without a token, which is nobody's who can only read the folder. */
  private void tellAddress(RunFolder folder) {
    URI uri = uri();
    String address = "http://" + uri.getAuthority() + "/";
    Path file = folder.path().resolve(ADDRESS_FILE);
    try {
      Files.writeString(file, JsonText.pretty(JsonText.object().put("url", address)));
      addressFile = file;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + folder.path(), e);
    }
  }

  private void tell(RunningTally tally) {
    try {
      while (true) {
        long start = System.nanoTime();
        if (broadcast.clients() > 0) {
          Optional<Verdict> soFar = tally.verdict();
          tally.figures().ifPresent(figures -> publish(figures, soFar));
        }
        long took = (System.nanoTime() - start) / 1_000_000;
        Thread.sleep(Math.clamp(REST * took, SECOND_MILLIS, MOST_MILLIS));
      }
    } catch (InterruptedException e) {
      // the run is over
    }
  }

  private void publish(RunFigures figures, Optional<Verdict> soFar) {
    broadcast.publish(
        () -> {
          LiveFeed.Event next = feed.next(figures, soFar);
          String id = Integer.toString(++number);
          missed = () -> List.of(event(id, feed.whole(figures, soFar)));
          return event(id, next);
        });
  }

  private void publishEnd(String data) {
    broadcast.publish(
        () -> {
          Event end = Event.of(Integer.toString(++number), "end", data);
          missed = () -> List.of(end);
          return end;
        });
  }

  private static Event event(String id, LiveFeed.Event event) {
    return Event.of(id, event.name(), event.data());
  }

  private void stopTelling() {
    Thread telling = teller;
    if (telling == null) {
      return;
    }
    telling.interrupt();
    try {
      telling.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    teller = null;
  }

  @Override
  public void concluded(RunFigures figures, Verdict verdict) {
    stopTelling();
    publishEnd(HtmlReport.ended(figures, verdict));
  }

  /** Lets those who look have the last event, and stops serving. */
  @Override
  public void close() {
    stopTelling();
    server.close();
    Path file = addressFile;
    if (file != null) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        // it names an address where nobody answers
      }
    }
  }
}
