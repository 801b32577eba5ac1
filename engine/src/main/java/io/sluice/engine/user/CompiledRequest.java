package io.sluice.engine.user;

import io.sluice.engine.wire.Exchange;
import io.sluice.engine.wire.FieldSink;
import io.sluice.engine.wire.RequestWriter;
import io.sluice.model.plan.LoadPlan;
import io.sluice.model.plan.RequestSpec;
import io.sluice.model.plan.Target;
import io.sluice.model.plan.Template;
import io.sluice.model.plan.TextBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request as HTTP/1.1 (RFC 9112 section 3) and HTTP/2 write it: all that is the same for every
 * user is put together beforehand. Belongs to one cell.
 */
final class CompiledRequest implements RequestWriter {
  private static final Set<String> IDEMPOTENT =
      Set.of("GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE");
  private static final String LENGTH = "Content-Length: ";
  private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  final int number;
  final RequestSpec spec;
  final long timeoutNanos;
  final boolean idempotent;
  final boolean head;
  final boolean keepBody;

  private final LoadPlan plan;
  private final ValueCompiler values;
  private final List<RequestSpec.Header> headers = new ArrayList<>();
  private final CompiledTemplate path;
  private final CompiledTemplate message; // where the body varies: up to its length
  private final CompiledTemplate body;
  private final boolean sendsLength;
  private final boolean bodyVaries;
  private final boolean traced;
  private final Traces traces;
  private final CompiledFields fields;
  private final TextBuffer bodyScratch = new TextBuffer();

  CompiledRequest(
      LoadPlan plan,
      int number,
      boolean keepBody,
      String userAgent,
      Traces traces,
      ValueCompiler values) {
    this.plan = plan;
    this.number = number;
    this.keepBody = keepBody;
    this.traces = traces;
    this.values = values;
    spec = plan.requests().get(number);
    timeoutNanos = spec.timeout().toNanos();
    idempotent = IDEMPOTENT.contains(spec.method());
    head = spec.method().equals("HEAD");
    traced = traces.wanted() && !names("traceparent");
    if (!names("User-Agent")) {
      headers.add(new RequestSpec.Header("User-Agent", Template.of(userAgent)));
    }
    headers.addAll(spec.headers());
    path = CompiledTemplate.inLine(spec.path(), values);
    body = CompiledTemplate.of(spec.body(), values);
    bodyVaries = !body.constant();
    sendsLength = !spec.body().isEmpty() || Set.of("POST", "PUT", "PATCH").contains(spec.method());
    message = message(spec.method(), spec.path(), spec.target(), sendsLength);
    fields = fields(spec.method(), spec.path(), spec.target(), sendsLength);
  }

  private boolean names(String header) {
    return spec.headers().stream().anyMatch(h -> h.name().equalsIgnoreCase(header));
  }

  private CompiledTemplate message(String method, Template sentPath, int target, boolean withBody) {
    CompiledTemplate.Builder text =
        new CompiledTemplate.Builder(values)
            .add(method + " ")
            .add(sentPath, true)
            .add(" HTTP/1.1\r\nHost: " + plan.targets().get(target).authority() + "\r\n");
    for (RequestSpec.Header header : headers) {
      if (belongs(header.name(), target, withBody)) {
        text.add(header.name() + ": ").add(header.value(), true).add("\r\n");
      }
    }
    if (traced) {
      text.add(Traces.HEADER + ": ").add(traces::append).add("\r\n");
    }
    if (!withBody) {
      text.add("\r\n");
    } else if (bodyVaries) {
      text.add(LENGTH);
    } else {
      byte[] bytes = body.bytes();
      text.add(LENGTH + bytes.length).add(END_OF_HEAD).add(bytes);
    }
    return text.build();
  }

  private CompiledFields fields(String method, Template sentPath, int target, boolean withBody) {
    Target to = plan.targets().get(target);
    CompiledFields made =
        new CompiledFields(values)
            .add(":method", Template.of(method))
            .add(":scheme", Template.of(to.scheme()))
            .add(":authority", Template.of(to.authority()))
            .add(":path", sentPath);
    for (RequestSpec.Header header : headers) {
      if (belongs(header.name(), target, withBody)) {
        made.add(header.name(), header.value());
      }
    }
    return traced ? made.add(Traces.HEADER, traces::append) : made;
  }

  @Override
  public void write(Exchange exchange, TextBuffer out) {
    write((VirtualUser) exchange.owner(), message, sendsLength, out);
  }

  private void write(VirtualUser user, CompiledTemplate text, boolean withBody, TextBuffer out) {
    user.beforeWriting();
    text.write(user, out);
    if (bodyVaries && withBody) {
      bodyScratch.clear();
      body.write(user, bodyScratch);
      Decimal.append(bodyScratch.length(), out);
      out.append(END_OF_HEAD, 0, END_OF_HEAD.length);
      out.append(bodyScratch.bytes(), 0, bodyScratch.length());
    }
  }

  @Override
  public void write(Exchange exchange, FieldSink sink) {
    write((VirtualUser) exchange.owner(), fields, sendsLength, sink);
  }

  private void write(VirtualUser user, CompiledFields head, boolean withBody, FieldSink sink) {
    user.beforeWriting();
    head.write(user, sink);
    if (withBody) {
      bodyScratch.clear();
      body.write(user, bodyScratch);
      head.writeLength(bodyScratch.length(), sink);
      if (bodyScratch.length() > 0) {
        sink.body(bodyScratch.bytes(), bodyScratch.length());
      }
    }
  }

  /** Writes it again to where a redirect leads; {@code asGet} without its body. Allocates. */
  RequestWriter redirected(int target, String newPath, boolean asGet) {
    return new Redirected(target, newPath, asGet);
  }

  private final class Redirected implements RequestWriter {
    private final String newPath;
    private final String method;
    private final boolean withBody;
    private final CompiledTemplate text;
    private final CompiledFields head;

    Redirected(int target, String newPath, boolean asGet) {
      this.newPath = newPath;
      withBody = sendsLength && !asGet;
      method = asGet ? "GET" : spec.method();
      text = message(method, Template.of(newPath), target, withBody);
      head = fields(method, Template.of(newPath), target, withBody);
    }

    @Override
    public void write(Exchange exchange, TextBuffer out) {
      CompiledRequest.this.write((VirtualUser) exchange.owner(), text, withBody, out);
    }

    @Override
    public void write(Exchange exchange, FieldSink sink) {
      CompiledRequest.this.write((VirtualUser) exchange.owner(), head, withBody, sink);
    }
  }

  /** Path and query that the user's exchange was sent to. Allocates. */
  String sentPath(VirtualUser user) {
    if (user.exchange.writer() instanceof Redirected redirected) {
      return redirected.newPath;
    }
    TextBuffer text = new TextBuffer();
    long present = user.rewind(); // the path comes first: it has the same random numbers again
    path.write(user, text);
    user.resume(present);
    return text.toString();
  }

  /** The whole address that the user's exchange was sent to. Allocates. */
  String sentTo(VirtualUser user) {
    return plan.targets().get(user.exchange.target()) + sentPath(user);
  }

  /** The method that the user's exchange was sent with. */
  String sentMethod(VirtualUser user) {
    return user.exchange.writer() instanceof Redirected redirected
        ? redirected.method
        : spec.method();
  }

  /** The traceparent that the user's exchange was sent with; empty if none. Allocates. */
  String sentTrace(VirtualUser user) {
    if (!traced) {
      return "";
    }
    TextBuffer text = new TextBuffer();
    traces.append(user, text);
    return text.toString();
  }

  /** A redirect takes credentials to no other origin, and no description of a body it has not. */
  private boolean belongs(String name, int target, boolean withBody) {
    if (target != spec.target()
        && (name.equalsIgnoreCase("Authorization") || name.equalsIgnoreCase("Cookie"))) {
      return false;
    }
    return withBody || !sendsLength || !name.regionMatches(true, 0, "Content-", 0, 8);
  }

  /** The path of a redirect as it is sent, or null if it cannot be. */
  static @Nullable String pathOf(@Nullable String rawPath, @Nullable String rawQuery) {
    String whole =
        (rawPath == null || rawPath.isEmpty() ? "/" : rawPath)
            + (rawQuery == null ? "" : "?" + rawQuery);
    return whole.chars().anyMatch(c -> c <= ' ' || c >= 127) ? null : whole;
  }
}
