package io.sluice.engine.user;

import io.sluice.engine.wire.FieldSink;
import io.sluice.model.plan.Template;
import io.sluice.model.plan.TextBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The fields of a request for HTTP/2 (RFC 9113 section 8.2). Belongs to one cell. */
final class CompiledFields {
  /** Headers of one connection only: RFC 9113 section 8.2.2. */
  private static final Set<String> OF_A_CONNECTION =
      Set.of("connection", "keep-alive", "proxy-connection", "transfer-encoding", "upgrade");

  private static final byte[] CONTENT_LENGTH = "content-length".getBytes(StandardCharsets.US_ASCII);

  private static final class Field {
    final byte[] name;
    final CompiledTemplate value;
    final byte[] constant; // where it is

    Field(String name, CompiledTemplate value) {
      this.name = name.getBytes(StandardCharsets.US_ASCII);
      this.value = value;
      constant = value.constant() ? value.bytes() : new byte[0];
    }
  }

  private final ValueCompiler values;
  private final List<Field> fields = new ArrayList<>();
  private final TextBuffer scratch = new TextBuffer();

  CompiledFields(ValueCompiler values) {
    this.values = values;
  }

  CompiledFields add(String name, Template value) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (!OF_A_CONNECTION.contains(lower)) {
      fields.add(new Field(lower, CompiledTemplate.inLine(value, values)));
    }
    return this;
  }

  /** Adds a field whose value is safe in a line. */
  CompiledFields add(String lower, TextValue value) {
    fields.add(new Field(lower, new CompiledTemplate.Builder(values).add(value).build()));
    return this;
  }

  void write(VirtualUser user, FieldSink sink) {
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      if (field.value.constant()) {
        sink.field(field.name, field.constant, field.constant.length, true);
      } else {
        scratch.clear();
        field.value.write(user, scratch);
        sink.field(field.name, scratch.bytes(), scratch.length(), false);
      }
    }
  }

  void writeLength(int length, FieldSink sink) {
    scratch.clear();
    Decimal.append(length, scratch);
    sink.field(CONTENT_LENGTH, scratch.bytes(), scratch.length(), false);
  }
}
