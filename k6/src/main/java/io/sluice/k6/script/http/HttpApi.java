package io.sluice.k6.script.http;

import io.sluice.k6.metrics.TagSet;
import io.sluice.k6.script.api.EventPump;
import io.sluice.k6.script.api.Stage;
import io.sluice.k6.script.api.UserState;
import io.sluice.k6.script.port.Hop;
import io.sluice.k6.script.port.HopAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** The Java side of the module {@code k6/http}. */
public final class HttpApi {
  private final UserState user;
  private final EventPump pump;
  private @Nullable Books books;
  private final CallReader reader;
  private final CookieJar jar;
  private @Nullable StatusSet expected = StatusSet.DEFAULT;

  /** The module for one user. */
  public HttpApi(UserState user, EventPump pump) {
    this.user = user;
    this.pump = pump;
    reader = new CallReader(user);
    jar = new CookieJar(user);
  }

  /** What was asked for before. */
  private static final class Books {
    final SeriesBook series = new SeriesBook();
    final RequestHeaders.Book headers = new RequestHeaders.Book();
  }

  private Books books() {
    Books known = books;
    if (known == null) {
      known = user.remembered(Books.class, Books::new);
      books = known;
    }
    return known;
  }

  /** A new iteration begins. */
  public void newIteration() {
    if (!user.http().keepsCookies()) {
      jar.clear();
    }
  }

  /**
   * Prepares a call.
   *
   * @param name the tag, "" for the URL
   * @param body text, an array buffer, a {@link Multipart} or null
   * @param contentType the body's, unless a header says another; "" for none
   * @param headers as {@link RequestHeaders} reads them
   * @param tags as {@code UserState.tagsAnd} reads them
   * @param extras as {@link CallReader} reads them, or null
   * @param compression codings of the body, separated by commas
   */
  @HostAccess.Export
  public Flight prepare(
      String method,
      String url,
      String name,
      Value body,
      String contentType,
      String headers,
      String tags,
      @Nullable Value extras,
      String compression) {
    var settings = user.http();
    if (user.stage() == Stage.INIT) {
      throw user.error("Making http requests in the init context is not supported");
    }
    byte[] bytes =
        body.isHostObject() ? body.<Multipart>asHostObject().closed() : CallReader.bytes(body);
    TagSet all = user.tagsAnd(tags);
    String[] complete = books().headers.of(headers).complete(settings.userAgent(), contentType);
    if (!compression.isEmpty() && bytes != null) {
      for (String coding : compression.split(",", -1)) {
        bytes = encoded(bytes, coding.trim());
      }
      complete =
          RequestHeaders.with(
              complete, "Content-Encoding", compression.replaceAll("\\s*,\\s*", ", "));
    }
    boolean chunked = bytes != null && bytes.length == 0 && !contentType.isEmpty();
    Series found = books().series.of(method, url, name, all, settings.systemTags());
    var call = new Call(method, found, name, complete, bytes, chunked);
    call.redirects = settings.maxRedirects();
    call.throwing = settings.throwing();
    call.wantsBody = !settings.discardsBodies();
    call.expected = expected;
    call.jar = jar;
    if (extras != null && !extras.isNull()) {
      reader.read(extras, call);
    }
    return new Flight(user, books().series, call, all);
  }

  private byte[] encoded(byte[] body, String coding) {
    try {
      return BodyCoding.encode(body, coding);
    } catch (IllegalArgumentException e) {
      throw user.error(String.valueOf(e.getMessage()));
    }
  }

  /** A call without body and seldom parameters, answered: what most calls are. */
  @HostAccess.Export
  public Exchange get(String method, String url, String name, String headers, String tags) {
    var settings = user.http();
    if (user.stage() == Stage.INIT) {
      throw user.error("Making http requests in the init context is not supported");
    }
    TagSet all = user.tagsAnd(tags);
    var call =
        new Call(
            method,
            books().series.of(method, url, name, all, settings.systemTags()),
            name,
            books().headers.of(headers).complete(settings.userAgent(), ""),
            null,
            false);
    call.redirects = settings.maxRedirects();
    call.throwing = settings.throwing();
    call.wantsBody = !settings.discardsBodies();
    call.expected = expected;
    call.jar = jar;
    return send(new Flight(user, books().series, call, all));
  }

  /** Sends a call, and blocks the user until it is answered. */
  @HostAccess.Export
  public Exchange send(Flight flight) {
    Hop hop = flight.first();
    if (hop != null) {
      var transport = user.transport();
      user.waiting();
      try {
        do {
          HopAnswer answer = transport.send(hop);
          hop = flight.next(answer);
        } while (hop != null);
      } finally {
        user.waiting();
      }
    }
    return result(flight);
  }

  /** What a call came to; throws if it failed and is to throw. */
  @HostAccess.Export
  public Exchange result(Flight flight) {
    if (flight.throwing()) {
      throw user.error(flight.problem());
    }
    return new Exchange(flight);
  }

  /** Sends a call; the callback runs when it is answered. */
  @HostAccess.Export
  public void launch(Flight flight, Value callback) {
    pump.begin();
    Batch.fly(
        user,
        flight,
        flight.first(),
        () -> {
          pump.end();
          callback.executeVoid();
        });
  }

  /** Sends calls, and blocks the user until all are answered. */
  @HostAccess.Export
  public void batch(Value flights) {
    List<Flight> all = new ArrayList<>();
    for (long i = 0; i < flights.getArraySize(); i++) {
      all.add(flights.getArrayElement(i).asHostObject());
    }
    new Batch(user, pump).run(all);
  }

  /** Where a reference on a page leads. */
  @HostAccess.Export
  public String resolve(String base, String reference) {
    var from = Targets.parse(base);
    var to = from == null ? null : Targets.resolve(from.target(), reference);
    if (to == null) {
      throw user.error("invalid URL \"" + reference + "\"");
    }
    return to.target().url();
  }

  /** The statuses of a list: lowest, highest, lowest, highest, … */
  @HostAccess.Export
  public StatusSet statuses(Value bounds) {
    return new StatusSet(bounds.as(int[].class));
  }

  /** Sets which statuses calls expect that do not say so themselves; null for none. */
  @HostAccess.Export
  public void expect(@Nullable StatusSet statuses) {
    expected = statuses;
  }

  /** The jar of the user. */
  @HostAccess.Export
  public CookieJar jar() {
    return jar;
  }

  /** A jar of its own. */
  @HostAccess.Export
  public CookieJar newJar() {
    return new CookieJar(user);
  }

  /** A body of several parts. */
  @HostAccess.Export
  public Multipart multipart() {
    return new Multipart(UUID.randomUUID().toString().replace("-", ""));
  }
}
