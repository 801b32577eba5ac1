package io.sluice.k6.run;

import io.sluice.engine.door.Answer;
import io.sluice.engine.wire.Exchange;
import io.sluice.engine.wire.Remote;
import io.sluice.k6.script.port.HopAnswer;
import io.sluice.k6.script.port.HopFailure;
import io.sluice.k6.script.port.HopFailure.Kind;
import io.sluice.k6.script.port.HopTimes;
import io.sluice.k6.script.port.Peer;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** What the engine says of a user's requests, as its script is told it. */
final class Answers {
  private @Nullable Remote lastRemote;
  private Peer lastPeer = Peer.NONE;

  HopAnswer of(Answer answer) {
    HopTimes times = times(answer);
    return switch (answer.outcome()) {
      case OK, HTTP_ERROR, THROTTLED, CHECK_FAILED ->
          HopAnswer.of(
              answer.status(),
              answer.protocol(),
              answer.headLines(),
              answer.body(),
              times,
              peer(answer));
      case TIMEOUT,
          CONNECT_FAILED,
          TLS_FAILED,
          DNS_FAILED,
          RESET,
          PROTOCOL_ERROR,
          NO_CONNECTION,
          ABORTED ->
          HopAnswer.failed(failure(answer), times, peer(answer));
    };
  }

  private static HopTimes times(Answer answer) {
    long connect = known(answer.connectNanos());
    long tls = known(answer.tlsNanos());
    if (answer.written() == Exchange.UNSET) {
      return new HopTimes(
          Math.max(0, answer.done() - answer.released() - connect - tls), connect, tls, 0, 0, 0);
    }
    boolean answered = answer.firstByte() != Exchange.UNSET;
    long first = answered ? answer.firstByte() : answer.done();
    return new HopTimes(
        Math.max(0, answer.written() - answer.released() - connect - tls),
        connect,
        tls,
        0,
        first - answer.written(),
        answer.done() - first);
  }

  private static long known(long nanos) {
    return nanos == Exchange.UNSET ? 0 : nanos;
  }

  /** The peer of an answer, the same object as long as the connection is. */
  @SuppressWarnings("ReferenceEquality") // one object a connection
  private Peer peer(Answer answer) {
    Remote remote = answer.remote();
    if (remote == null) {
      return Peer.NONE;
    }
    if (remote != lastRemote) {
      lastRemote = remote;
      InetAddress address = remote.address().getAddress();
      lastPeer =
          new Peer(
              address == null ? "" : address.getHostAddress(),
              remote.address().getPort(),
              remote.tlsVersion().replace("TLSv", "tls"),
              remote.tlsCipher());
    }
    return lastPeer;
  }

  private static HopFailure failure(Answer answer) {
    String detail = answer.detail();
    return new HopFailure(kind(answer, detail), detail);
  }

  private static Kind kind(Answer answer, String detail) {
    return switch (answer.outcome()) {
      case TIMEOUT -> Kind.REQUEST_TIMEOUT;
      case CONNECT_FAILED ->
          detail.startsWith("connection refused")
              ? Kind.REFUSED
              : detail.contains("within the connect timeout") ? Kind.DIAL_TIMEOUT : Kind.DIAL;
      case TLS_FAILED ->
          detail.contains("trusted authority")
              ? Kind.TLS_UNKNOWN_AUTHORITY
              : detail.contains("does not fit") || detail.contains("another name")
                  ? Kind.TLS_HOSTNAME
                  : Kind.TLS;
      case DNS_FAILED -> Kind.DNS_NO_SUCH_HOST;
      case RESET -> detail.startsWith("connection reset") ? Kind.RESET : Kind.OTHER;
      case PROTOCOL_ERROR ->
          detail.startsWith("a body that is no") ? Kind.DECOMPRESSION : Kind.BROKEN_PROTOCOL;
      case OK, HTTP_ERROR, THROTTLED, CHECK_FAILED, NO_CONNECTION, ABORTED -> Kind.OTHER;
    };
  }
}
