package io.sluice.k6.script;

import io.sluice.k6.script.api.CryptoApi;
import io.sluice.k6.script.api.DataApi;
import io.sluice.k6.script.api.EncodingApi;
import io.sluice.k6.script.api.EventPump;
import io.sluice.k6.script.api.ExecutionApi;
import io.sluice.k6.script.api.HtmlApi;
import io.sluice.k6.script.api.K6Api;
import io.sluice.k6.script.api.MetricsApi;
import io.sluice.k6.script.api.SharedFiles;
import io.sluice.k6.script.api.SocketApi;
import io.sluice.k6.script.api.UserState;
import io.sluice.k6.script.http.HttpApi;
import java.util.function.Function;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * The door from JavaScript to Java: the Java sides of the modules, each made when its module is
 * first imported.
 */
public final class ScriptHost {
  private final UserState user;
  private final EventPump pump;
  private final SharedFiles shared;
  private final Function<String, Value> importer;
  private final K6Api k6;
  private @Nullable HttpApi http;

  ScriptHost(UserState user, EventPump pump, SharedFiles shared, Function<String, Value> importer) {
    this.user = user;
    this.pump = pump;
    this.shared = shared;
    this.importer = importer;
    this.k6 = new K6Api(user);
  }

  /** The module {@code k6}. */
  @HostAccess.Export
  public K6Api k6() {
    return k6;
  }

  /** The module {@code k6/http}. */
  @HostAccess.Export
  public HttpApi http() {
    var api = http;
    if (api == null) {
      api = new HttpApi(user, pump);
      http = api;
    }
    return api;
  }

  /** The module {@code k6/metrics}. */
  @HostAccess.Export
  public MetricsApi metrics() {
    return new MetricsApi(user);
  }

  /** The module {@code k6/data}. */
  @HostAccess.Export
  public DataApi data() {
    return new DataApi(user, shared);
  }

  /** The module {@code k6/execution}. */
  @HostAccess.Export
  public ExecutionApi execution() {
    return new ExecutionApi(user);
  }

  /** The module {@code k6/encoding}. */
  @HostAccess.Export
  public EncodingApi encoding() {
    return new EncodingApi(user);
  }

  /** The modules {@code k6/crypto} and WebCrypto. */
  @HostAccess.Export
  public CryptoApi crypto() {
    return new CryptoApi(user);
  }

  /** The module {@code k6/html}. */
  @HostAccess.Export
  public HtmlApi html() {
    return new HtmlApi(user);
  }

  /** The modules {@code k6/ws} and {@code k6/websockets}. */
  @HostAccess.Export
  public SocketApi sockets() {
    return new SocketApi(user, pump, shared.webClient());
  }

  /** Timers. */
  @HostAccess.Export
  public EventPump timers() {
    return pump;
  }

  /** Files that a script opens. */
  @HostAccess.Export
  public DataApi files() {
    return new DataApi(user, shared);
  }

  /** The exports of a module. */
  @HostAccess.Export
  public Value require(String specifier) {
    return importer.apply(specifier);
  }

  /** A new iteration begins. */
  void newIteration() {
    k6.newIteration();
    if (http != null) {
      http.newIteration();
    }
  }
}
