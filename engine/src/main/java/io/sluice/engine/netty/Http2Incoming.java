package io.sluice.engine.netty;

import io.sluice.engine.http2.ErrorCode;
import io.sluice.engine.http2.FieldKinds;
import io.sluice.engine.http2.FrameSink;
import io.sluice.engine.http2.HeaderDecoder;
import io.sluice.engine.http2.PeerSettings;
import io.sluice.engine.http2.ResponseHead;
import io.sluice.model.plan.Limits;

/** What the server says: responses on their streams, and frames about the connection. */
final class Http2Incoming implements FrameSink {
  private final Http2 connection;
  private final PeerSettings peer;
  private final Http2Requests requests;
  private final Http2Streams streams;
  private final Http2Intake intake;
  private final Limits limits;
  private final HeaderDecoder decoder;
  private final ResponseHead head = new ResponseHead();

  Http2Incoming(
      Http2 connection,
      PeerSettings peer,
      Http2Requests requests,
      Http2Streams streams,
      Http2Intake intake,
      Http2Carrier carrier) {
    this.connection = connection;
    this.peer = peer;
    this.requests = requests;
    this.streams = streams;
    this.intake = intake;
    limits = carrier.limits();
    decoder = new HeaderDecoder(FieldKinds.of(carrier.wantedHeaders()), limits.maxHeaderBytes());
  }

  // ---- responses

  @Override
  public void headers(int id, boolean last, byte[] block, int from, int to, int wireBytes) {
    Http2Stream stream = streams.get(id);
    if (stream == null && !connection.mayBeLate(id, "HEADERS")) {
      return;
    }
    head.begin(stream == null ? null : stream.exchange, stream != null && stream.answered());
    if (!decoder.decode(block, from, to, head)) { // of a stream that is gone, too: it has state
      connection.fail(ErrorCode.COMPRESSION_ERROR, decoder.problem());
    } else if (stream != null) {
      stream.received(connection.arrived(), wireBytes);
      String problem =
          decoder.listSize() > limits.maxHeaderBytes()
              ? "headers of more than " + limits.maxHeaderBytes() + " bytes"
              : stream.headers(head, last);
      if (!problem.isEmpty()) {
        connection.malformed(stream, problem, last);
      } else if (last) {
        connection.complete(stream);
      }
    }
  }

  @Override
  public void data(
      int id, boolean last, byte[] bytes, int from, int to, int counted, int wireBytes) {
    if (!intake.count(counted)) {
      String why = "more than the connection's window of " + intake.window() + " bytes";
      connection.fail(ErrorCode.FLOW_CONTROL_ERROR, why);
      return;
    }
    Http2Stream stream = streams.get(id);
    if (stream == null) {
      var _ = connection.mayBeLate(id, "DATA");
      return;
    }
    stream.received(connection.arrived(), wireBytes);
    String problem = stream.body(to - from, last);
    if (!problem.isEmpty()) {
      connection.malformed(stream, problem, last);
    } else if (!intake.count(stream, counted, last)) {
      String why = "more than its window of " + intake.window() + " bytes";
      streamError(id, ErrorCode.FLOW_CONTROL_ERROR, why);
    } else if (!intake.keep(stream.exchange, bytes, from, to - from)) {
      String why = "a body of more than " + limits.maxBodyBytes() + " bytes";
      connection.fail(stream, ErrorCode.CANCEL, why);
    } else if (last) {
      connection.complete(stream);
    }
  }

  @Override
  public void reset(int id, int code) {
    Http2Stream stream = streams.get(id);
    if (stream != null) {
      connection.resetByServer(stream, code);
    } else {
      var _ = connection.opened(id, "RST_STREAM");
    }
  }

  @Override
  public void streamError(int id, ErrorCode code, String problem) {
    Http2Stream stream = streams.get(id);
    if (stream != null) {
      connection.fail(stream, code, "stream error " + code + ": " + problem);
    }
  }

  // ---- the connection

  @Override
  public void settings(byte[] bytes, int from, int to) {
    int windowBefore = peer.initialWindow();
    ErrorCode error = peer.apply(bytes, from, to);
    if (error != ErrorCode.NO_ERROR) {
      connection.fail(error, peer.problem());
    } else if (!requests.adapt(windowBefore, streams)) {
      String why = "INITIAL_WINDOW_SIZE makes a stream's window too large";
      connection.fail(ErrorCode.FLOW_CONTROL_ERROR, why);
    }
  }

  @Override
  public void ping(byte[] bytes, int from) {
    requests.out().pong(bytes, from);
    requests.added();
  }

  @Override
  public void windowUpdate(int id, int increment) {
    if (id == 0) {
      if (!requests.enlarge(increment)) {
        connection.fail(ErrorCode.FLOW_CONTROL_ERROR, "the connection's window grows too large");
      }
      return;
    }
    Http2Stream stream = streams.get(id);
    if (stream == null) {
      var _ = connection.opened(id, "WINDOW_UPDATE");
    } else if (!requests.enlarge(stream, increment)) {
      streamError(id, ErrorCode.FLOW_CONTROL_ERROR, "its window grows too large");
    }
  }

  @Override
  public void goAway(int last, int code) {
    connection.goAway(last, code);
  }
}
