package io.sluice.k6.script.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.Value;

/** A body of the type {@code multipart/form-data}, part by part. */
public final class Multipart {
  private final String boundary;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  Multipart(String boundary) {
    this.boundary = boundary;
  }

  /** Adds a field. */
  @HostAccess.Export
  public void field(String name, String value) {
    text(
        "--"
            + boundary
            + "\r\nContent-Disposition: form-data; name=\""
            + escaped(name)
            + "\"\r\n\r\n"
            + value
            + "\r\n");
  }

  /** Adds a file. */
  @HostAccess.Export
  public void file(String name, String fileName, String type, Value content) {
    text(
        "--"
            + boundary
            + "\r\nContent-Disposition: form-data; name=\""
            + escaped(name)
            + "\"; filename=\""
            + escaped(fileName)
            + "\"\r\nContent-Type: "
            + type
            + "\r\n\r\n");
    byte[] body = CallReader.bytes(content);
    if (body != null) {
      bytes.writeBytes(body);
    }
    text("\r\n");
  }

  /** What the header {@code Content-Type} says. */
  @HostAccess.Export
  public String type() {
    return "multipart/form-data; boundary=" + boundary;
  }

  byte[] closed() {
    text("--" + boundary + "--\r\n");
    return bytes.toByteArray();
  }

  private void text(String text) {
    bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
