package io.sluice.engine.wire;

import io.sluice.model.plan.TextBuffer;
import io.sluice.model.run.Outcome;
import io.sluice.model.run.RequestSample;
import java.net.InetAddress;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One request and its response: a flyweight that its virtual user owns and uses again.
 *
 * <pre>
 *  IDLE ──prepare──► PREPARED ──Wire.send──► UNDER_WAY ──Wire──► DONE ──settle──► IDLE
 * </pre>
 *
 * <p>The user's side sets target, writer and the first stamps; the wire sets the rest. Stamps are
 * nanoseconds from the start of the run; {@link #UNSET} where nothing happened.
 */
public final class Exchange {
  /** A stamp that was not taken. */
  public static final long UNSET = RequestSample.UNSET;

  private static final int FIRST_ERROR = 400;

  /** How far an exchange is. */
  public enum State {
    IDLE,
    PREPARED,
    UNDER_WAY,
    DONE
  }

  private final Object owner;
  private @Nullable Link[] links;
  private State state = State.IDLE;

  private int target;
  private @Nullable InetAddress source;
  private boolean idempotent;
  private boolean head;
  private boolean keepBody;
  private boolean keepHead;
  private @Nullable RequestWriter writer;

  private long intended;
  private long released;
  private long written;
  private long firstByte;
  private long done;
  private long connectNanos;
  private long tlsNanos;

  private int status;
  private Outcome outcome = Outcome.OK;
  private String detail = "";
  private long sent;
  private long received;
  private @Nullable Body body;
  private final @Nullable TextBuffer[] headers;
  private boolean headersSeen;
  private final TextBuffer headLines = new TextBuffer();

  // The timeout wheel's list; touched by the wheel only.
  @Nullable Exchange wheelNext;
  @Nullable Exchange wheelPrevious;
  int wheelSlot = -1;
  long deadline;

  // The waiting line's list; touched by the line only.
  @Nullable Exchange lineNext;
  @Nullable Exchange linePrevious;
  boolean inLine;

  /**
   * An exchange.
   *
   * @param owner whom the listener resumes
   * @param targets how many targets the plan has
   * @param wantedHeaders how many headers may be kept
   */
  public Exchange(Object owner, int targets, int wantedHeaders) {
    this.owner = owner;
    links = new Link[targets];
    headers = new TextBuffer[wantedHeaders];
  }

  /**
   * Takes it up for a new request.
   *
   * @param intended when the plan wanted it to start
   * @param released when the generator took it up
   */
  public void prepare(
      RequestWriter writer,
      int target,
      boolean idempotent,
      boolean head,
      boolean keepBody,
      long intended,
      long released) {
    this.writer = writer;
    this.target = target;
    this.idempotent = idempotent;
    this.head = head;
    this.keepBody = keepBody;
    this.intended = intended;
    this.released = released;
    written = UNSET;
    firstByte = UNSET;
    done = UNSET;
    connectNanos = UNSET;
    tlsNanos = UNSET;
    sent = 0;
    received = 0;
    outcome = Outcome.OK;
    detail = "";
    keepHead = false;
    clearResponse();
    state = State.PREPARED;
  }

  /** All header lines of the answer are wanted, whatever its status; once it is prepared. */
  public void keepHead() {
    keepHead = true;
  }

  /** Its own connections are to come from a local address; null for what the plan says. */
  public void sendFrom(@Nullable InetAddress local) {
    source = local;
  }

  /** Where its own connections come from; null for what the plan says. */
  public @Nullable InetAddress source() {
    return source;
  }

  /** Makes room for the connections to so many targets. */
  public void roomFor(int targets) {
    if (targets > links.length) {
      links = Arrays.copyOf(links, Math.max(targets, 2 * links.length));
    }
  }

  /** Sends it elsewhere as part of the same request: a redirect. Stamps go on. */
  public void redirect(RequestWriter newWriter, int newTarget, boolean newHead) {
    writer = newWriter;
    target = newTarget;
    head = newHead;
    clearResponse();
    state = State.PREPARED;
  }

  private void clearResponse() {
    status = 0;
    headLines.clear();
    if (headersSeen) {
      for (TextBuffer header : headers) {
        if (header != null) {
          header.clear();
        }
      }
      headersSeen = false;
    }
  }

  /** The wire: it has been taken up. */
  public void underWay() {
    state = State.UNDER_WAY;
  }

  /** The wire: all of the response is there. */
  public void complete(long at) {
    done = at;
    state = State.DONE;
  }

  /** The wire, or a timeout: it failed. */
  public void fail(Outcome failure, String why, long at) {
    outcome = failure;
    detail = why;
    done = at;
    state = State.DONE;
  }

  /** The user's side: the response does not satisfy it. */
  public void reject(Outcome failure, String why) {
    outcome = failure;
    detail = why;
  }

  /** Its user is through with it. */
  public void settle(BodyPool pool) {
    giveBody(pool);
    state = State.IDLE;
  }

  /** Gives the body back, if there is one. */
  public void giveBody(BodyPool pool) {
    if (body != null) {
      pool.give(body);
      body = null;
    }
  }

  /** The wire: the body as it is when decoded. */
  public void replaceBody(BodyPool pool, Body decoded) {
    giveBody(pool);
    body = decoded;
  }

  /** The wire: the body, taken from the pool on first use. */
  public Body body(BodyPool pool) {
    if (body == null) {
      body = pool.take();
    }
    return body;
  }

  /** The body, or null if none came or nobody wanted it. */
  public @Nullable Body body() {
    return body;
  }

  /** The wire: room for the value of a wanted header. */
  public TextBuffer header(int number) {
    headersSeen = true;
    TextBuffer value = headers[number];
    if (value == null) {
      value = new TextBuffer();
      headers[number] = value;
    }
    return value;
  }

  /** The value of a wanted header, or null if it did not come. */
  public @Nullable TextBuffer headerIfSeen(int number) {
    TextBuffer value = headersSeen ? headers[number] : null;
    return value == null || value.length() == 0 ? null : value;
  }

  /**
   * The wire: a connection was opened for it.
   *
   * @param tls how long TLS took, or {@link #UNSET} without it
   */
  public void opened(long connect, long tls) {
    connectNanos = connect;
    tlsNanos = tls;
  }

  /** The wire: whether the head and the first bytes of the answer are kept, whoever wants them. */
  public boolean keepsExample() {
    return status >= FIRST_ERROR;
  }

  /** The wire: whether header lines are kept; asked once the status is known. */
  public boolean keepsHead() {
    return keepHead || keepsExample();
  }

  /** The wire: a header line of an answer whose {@linkplain #keepsHead head is kept}. */
  public void headLine(byte[] bytes, int from, int length) {
    if (keepHead || headLines.length() + length < RequestSample.MOST_BYTES) {
      headLines.append(bytes, from, length);
      headLines.append((byte) '\n');
    }
  }

  /** The wire: the same of a line that comes in parts, {@code name: value}. */
  public void headLine(
      byte[] name, int nameFrom, int nameLength, byte[] value, int from, int length) {
    if (keepHead || headLines.length() + nameLength + 2 + length < RequestSample.MOST_BYTES) {
      headLines.append(name, nameFrom, nameLength);
      headLines.append((byte) ':');
      headLines.append((byte) ' ');
      headLines.append(value, from, length);
      headLines.append((byte) '\n');
    }
  }

  /**
   * The wire: bytes of the body of an answer whose example is kept, and whose body nobody wants.
   */
  public void example(BodyPool pool, byte[] bytes, int from, int length) {
    Body kept = body(pool);
    int room = RequestSample.MOST_BYTES - kept.length();
    if (room > 0) {
      kept.append(bytes, from, Math.min(room, length));
    }
  }

  /** The wire: the status line was read. */
  public void status(int code) {
    status = code;
  }

  /** The wire: the request's bytes are about to be handed to the socket. */
  public void written(long at, long bytes) {
    if (firstByte == UNSET) { // else a redirect goes on: the request was written before
      written = at;
    }
    sent += bytes;
  }

  /** The wire: bytes of the response have come. */
  public void received(long at, long bytes) {
    if (firstByte == UNSET) {
      firstByte = at;
    }
    received += bytes;
  }

  /** Writes the request as a message of HTTP/1.1. */
  public void write(TextBuffer out) {
    requireWriter().write(this, out);
  }

  /** Writes the request as fields and a body. */
  public void write(FieldSink fields) {
    requireWriter().write(this, fields);
  }

  private RequestWriter requireWriter() {
    if (writer == null) {
      throw new IllegalStateException("an exchange is prepared before it is written");
    }
    return writer;
  }

  /** What writes it, or null before it is prepared. */
  public @Nullable RequestWriter writer() {
    return writer;
  }

  /** Whom the listener resumes. */
  public Object owner() {
    return owner;
  }

  /** How far it is. */
  public State state() {
    return state;
  }

  /** Number of the target in the plan. */
  public int target() {
    return target;
  }

  /** Whether it may be sent again if nothing of an answer came (RFC 9110 section 9.2.2). */
  public boolean idempotent() {
    return idempotent;
  }

  /** Whether it is a HEAD request, whose answer has no body. */
  public boolean head() {
    return head;
  }

  /** Whether the body is kept. */
  public boolean keepBody() {
    return keepBody;
  }

  /** When the plan wanted it to start. */
  public long intended() {
    return intended;
  }

  /** When the generator took it up. */
  public long released() {
    return released;
  }

  /** When its bytes were handed to the socket. */
  public long written() {
    return written;
  }

  /** When the first byte of the answer came. */
  public long firstByte() {
    return firstByte;
  }

  /** When it was done. */
  public long done() {
    return done;
  }

  /** How long the connection that was opened for it took, or {@link #UNSET}. */
  public long connectNanos() {
    return connectNanos;
  }

  /** How long TLS took on that connection, or {@link #UNSET}. */
  public long tlsNanos() {
    return tlsNanos;
  }

  /**
   * The header lines of an answer whose example is kept, each with a line feed, no more than an
   * example holds. Allocates.
   */
  public String headLines() {
    String all = headLines.toString();
    if (all.length() < RequestSample.MOST_BYTES) {
      return all;
    }
    return all.substring(0, all.lastIndexOf('\n', RequestSample.MOST_BYTES - 1) + 1);
  }

  /** The same as bytes, valid until the exchange is prepared again. */
  public TextBuffer headBytes() {
    return headLines;
  }

  /** The answer's status, or 0. */
  public int status() {
    return status;
  }

  /** How it ended, or OK so far. */
  public Outcome outcome() {
    return outcome;
  }

  /** Why it failed, in a few words. */
  public String detail() {
    return detail;
  }

  /** Bytes sent, TLS not counted. */
  public long sent() {
    return sent;
  }

  /** Bytes received, TLS not counted. */
  public long received() {
    return received;
  }

  /** The connection to its target, or null. */
  public @Nullable Link link() {
    return links[target];
  }

  /** The wire: keeps a connection for the target, or none. */
  public void link(int forTarget, @Nullable Link link) {
    links[forTarget] = link;
  }

  /** Closes the connections that it keeps. */
  public void closeLinks() {
    for (int i = 0; i < links.length; i++) {
      Link link = links[i];
      if (link != null) {
        links[i] = null;
        link.close();
      }
    }
  }
}
