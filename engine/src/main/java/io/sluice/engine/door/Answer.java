package io.sluice.engine.door;

import io.sluice.engine.wire.Exchange;
import io.sluice.engine.wire.Remote;
import io.sluice.model.run.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What became of a {@link Call}. Stamps are nanoseconds from the start of the run; {@link
 * Exchange#UNSET} where nothing happened.
 *
 * @param outcome how the generator counts it
 * @param detail why it failed, in a few words
 * @param status 0 without an answer
 * @param headLines the answer's header lines, each with a line feed
 * @param body empty where none came, null where nobody wanted it
 * @param intended when it should have been sent
 * @param released when the generator took it up
 * @param written when its bytes were handed to the socket
 * @param firstByte when the first byte of the answer came
 * @param done when all was there, or it failed
 * @param connectNanos how long its connection took to open, unset if it was open
 * @param tlsNanos how long TLS took on it, unset without
 * @param sent bytes, TLS not counted
 * @param received bytes, TLS not counted
 * @param remote whom the connection leads to, the same object for the same one; null without one
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy would cost each request
public record Answer(
    Outcome outcome,
    String detail,
    int status,
    byte[] headLines,
    byte @Nullable [] body,
    long intended,
    long released,
    long written,
    long firstByte,
    long done,
    long connectNanos,
    long tlsNanos,
    long sent,
    long received,
    @Nullable Remote remote) {
  /** {@code HTTP/1.1} or {@code HTTP/2.0}, empty without a connection. */
  public String protocol() {
    return remote == null ? "" : remote.protocol();
  }
}
