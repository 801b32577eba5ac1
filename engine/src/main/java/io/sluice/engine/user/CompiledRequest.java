package io.sluice.engine.user;

import io.sluice.engine.wire.ByteSink;
import io.sluice.engine.wire.Exchange;
import io.sluice.engine.wire.RequestWriter;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.RequestSpec;
import io.sluice.model.plan.Target;
import io.sluice.model.plan.TextBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request as HTTP/1.1 writes it (RFC 9112 section 3). Belongs to one cell. */
final class CompiledRequest implements RequestWriter {
  private static final Set<String> IDEMPOTENT =
      Set.of("GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE");
  private static final byte[] VERSION = ascii(" HTTP/1.1\r\n");
  private static final byte[] HOST = ascii("Host: ");
  private static final byte[] CONTENT_LENGTH = ascii("Content-Length: ");
  private static final byte[] NEW_LINE = ascii("\r\n");
  private static final byte[] GET = ascii("GET");

  private static final class Header {
    final String name;
    final byte[] prefix;
    final CompiledTemplate value;

    Header(String name, CompiledTemplate value) {
      this.name = name;
      this.prefix = ascii(name + ": ");
      this.value = value;
    }
  }

  final int number;
  final RequestSpec spec;
  final long timeoutNanos;
  final boolean idempotent;
  final boolean head;
  final boolean keepBody;

  private final byte[] method;
  private final CompiledTemplate path;
  private final List<byte[]> authorities;
  private final List<Header> headers = new ArrayList<>();
  private final CompiledTemplate body;
  private final boolean sendsLength;
  private final TextSink bodyScratch = new TextSink();
  private final TextBuffer lengthScratch = new TextBuffer();

  CompiledRequest(
      LoadPlan plan, int number, boolean keepBody, String userAgent, ValueCompiler values) {
    this.number = number;
    this.keepBody = keepBody;
    spec = plan.requests().get(number);
    timeoutNanos = spec.timeout().toNanos();
    idempotent = IDEMPOTENT.contains(spec.method());
    head = spec.method().equals("HEAD");
    method = ascii(spec.method());
    path = CompiledTemplate.inLine(spec.path(), values);
    authorities =
        plan.targets().stream().map(Target::authority).map(CompiledRequest::ascii).toList();
    body = CompiledTemplate.of(spec.body(), values);
    sendsLength = !body.isEmpty() || Set.of("POST", "PUT", "PATCH").contains(spec.method());
    boolean named = spec.headers().stream().anyMatch(h -> h.name().equalsIgnoreCase("User-Agent"));
    if (!named) {
      add("User-Agent", io.sluice.model.plan.Template.of(userAgent), values);
    }
    spec.headers().forEach(header -> add(header.name(), header.value(), values));
  }

  private void add(String name, io.sluice.model.plan.Template value, ValueCompiler values) {
    headers.add(new Header(name, CompiledTemplate.inLine(value, values)));
  }

  @Override
  public void write(Exchange exchange, ByteSink sink) {
    VirtualUser user = (VirtualUser) exchange.owner();
    put(sink, method);
    sink.put((byte) ' ');
    path.write(user, sink);
    rest(user, spec.target(), sendsLength, sink);
  }

  /** Writes it again to where a redirect leads; {@code asGet} without its body. */
  RequestWriter redirected(int target, byte[] newPath, boolean asGet) {
    return new Redirected(target, newPath, asGet);
  }

  private final class Redirected implements RequestWriter {
    private final int target;
    private final byte[] newPath;
    private final boolean asGet;

    Redirected(int target, byte[] newPath, boolean asGet) {
      this.target = target;
      this.newPath = newPath;
      this.asGet = asGet;
    }

    @Override
    public void write(Exchange exchange, ByteSink sink) {
      put(sink, asGet ? GET : method);
      sink.put((byte) ' ');
      put(sink, newPath);
      rest((VirtualUser) exchange.owner(), target, sendsLength && !asGet, sink);
    }
  }

  /** Path and query that the user's exchange was sent to. Allocates. */
  String sentPath(VirtualUser user) {
    if (user.exchange.writer() instanceof Redirected redirected) {
      return new String(redirected.newPath, StandardCharsets.UTF_8);
    }
    TextSink text = new TextSink();
    path.write(user, text);
    return text.text().toString();
  }

  private void rest(VirtualUser user, int target, boolean withBody, ByteSink sink) {
    put(sink, VERSION);
    put(sink, HOST);
    put(sink, authorities.get(target));
    put(sink, NEW_LINE);
    for (int i = 0; i < headers.size(); i++) {
      Header header = headers.get(i);
      if (belongs(header.name, target, withBody)) {
        put(sink, header.prefix);
        header.value.write(user, sink);
        put(sink, NEW_LINE);
      }
    }
    if (!withBody) {
      put(sink, NEW_LINE);
      return;
    }
    TextBuffer text = bodyScratch.text();
    if (!body.constant() || text.length() == 0) {
      text.clear();
      body.write(user, bodyScratch);
    }
    put(sink, CONTENT_LENGTH);
    lengthScratch.clear();
    Decimal.append(text.length(), lengthScratch);
    sink.put(lengthScratch.bytes(), 0, lengthScratch.length());
    put(sink, NEW_LINE);
    put(sink, NEW_LINE);
    sink.put(text.bytes(), 0, text.length());
  }

  /** A redirect takes credentials to no other origin, and no description of a body it has not. */
  private boolean belongs(String name, int target, boolean withBody) {
    if (target != spec.target()
        && (name.equalsIgnoreCase("Authorization") || name.equalsIgnoreCase("Cookie"))) {
      return false;
    }
    return withBody || !sendsLength || !name.regionMatches(true, 0, "Content-", 0, 8);
  }

  private static void put(ByteSink sink, byte[] bytes) {
    sink.put(bytes, 0, bytes.length);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The path of a redirect as it is sent, or null if it cannot be. */
  static byte @Nullable [] pathBytes(@Nullable String rawPath, @Nullable String rawQuery) {
    String whole =
        (rawPath == null || rawPath.isEmpty() ? "/" : rawPath)
            + (rawQuery == null ? "" : "?" + rawQuery);
    return whole.chars().anyMatch(c -> c <= ' ' || c >= 127) ? null : ascii(whole);
  }
}
