package io.sluice.scenarios.yaml;

import io.sluice.model.plan.ByteSize;
import io.sluice.model.plan.Network.HttpVersion;
import io.sluice.model.plan.Network.Tls;
import io.sluice.model.plan.Units;
import io.sluice.scenarios.network.NetworkSettings;
import io.sluice.scenarios.text.WordsParser;
import io.sluice.scenarios.tree.NetworkBlock;
import io.sluice.scenarios.tree.Words;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads how targets are reached. */
final class NetworkReader {
  private static final int STREAMS = 100;

  private final YamlSource source;
  private NetworkSettings known = NetworkSettings.NONE;

  NetworkReader(YamlSource source) {
    this.source = source;
  }

  /** The block that the scenario has under {@code network}. */
  NetworkBlock block(Node node) {
    Mapping map = Mapping.of(node, NetworkLanguage.NETWORK, source);
    set(map, "http", text -> NetworkSettings.NONE.http(HttpVersion.of(text)));
    connections(map.find("connections"));
    set(map, "idle", text -> NetworkSettings.NONE.idle(Units.duration(text)));
    set(map, "connect_timeout", text -> NetworkSettings.NONE.connectTimeout(Units.duration(text)));
    set(map, "max_header", text -> NetworkSettings.NONE.maxHeader(ByteSize.parse(text)));
    set(map, "max_body", text -> NetworkSettings.NONE.maxBody(ByteSize.parse(text)));
    sockets(map.find("sockets"));
    Mapping tls = tls(map.find("tls"), node);
    return new NetworkBlock(
        known,
        words(tls, "authorities"),
        words(tls, "certificate"),
        words(tls, "key"),
        password(tls),
        list(map, "resolve"),
        list(map, "source_addresses"));
  }

  private void connections(@Nullable Node node) {
    if (node instanceof MappingNode) {
      Mapping shared = Mapping.of(node, NetworkLanguage.SHARED, source);
      add(NetworkSettings.NONE.shared(shared.whole("shared", 1), shared.whole("streams", STREAMS)));
    } else if (node != null) {
      add(NetworkSettings.NONE.perUser());
    }
  }

  private void sockets(@Nullable Node node) {
    if (node != null) {
      Mapping map = Mapping.of(node, NetworkLanguage.SOCKETS, source);
      set(map, "no_delay", text -> NetworkSettings.NONE.noDelay(Boolean.parseBoolean(text)));
      set(map, "send_buffer", text -> NetworkSettings.NONE.sendBuffer(ByteSize.parse(text)));
      set(map, "receive_buffer", text -> NetworkSettings.NONE.receiveBuffer(ByteSize.parse(text)));
    }
  }

  /** The settings of TLS; those of an empty map where there are none. */
  private Mapping tls(@Nullable Node node, Node network) {
    if (node == null) {
      return Mapping.empty(network, source);
    }
    Mapping map = Mapping.of(node, NetworkLanguage.TLS, source);
    set(
        map,
        "verify",
        text ->
            NetworkSettings.NONE.trust(
                Boolean.parseBoolean(text) ? Tls.Trust.VERIFY : Tls.Trust.INSECURE));
    set(
        map,
        "resumption",
        text ->
            NetworkSettings.NONE.resumption(
                Boolean.parseBoolean(text) ? Tls.Resumption.ON : Tls.Resumption.OFF));
    set(map, "engine", text -> NetworkSettings.NONE.engine(Tls.Engine.of(text)));
    return map;
  }

  private void set(Mapping map, String key, Function<String, NetworkSettings> setting) {
    add(map.parsed(key, snippet -> setting.apply(snippet.text()), NetworkSettings.NONE));
  }

  private void add(NetworkSettings setting) {
    known = known.then(setting);
  }

  /** What stands in the file would be read by everybody who may read the file. */
  private Words password(Mapping tls) {
    Words password = words(tls, "password");
    if (password.pieces().stream().anyMatch(Words.Plain.class::isInstance)) {
      tls.problems()
          .add(tls.at("password"), "a password must come from env, as in ${CERT_PASSWORD}");
      return Words.missing(password.at());
    }
    return password;
  }

  private static Words words(Mapping map, String key) {
    return map.parsed(key, WordsParser::parse, Words.missing(map.at(key)));
  }

  private List<Words> list(Mapping map, String key) {
    return map.elements(key).stream()
        .flatMap((Node node) -> Mapping.parsed(source, node, WordsParser::parse).stream())
        .toList();
  }
}
