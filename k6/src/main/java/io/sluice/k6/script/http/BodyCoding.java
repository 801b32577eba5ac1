package io.sluice.k6.script.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** Compresses the bodies of requests. */
final class BodyCoding {
  private BodyCoding() {}

  /**
   * A body in a coding.
   *
   * @param coding {@code gzip} or {@code deflate}
   * @throws IllegalArgumentException for any other, with a sentence for the user
   */
  static byte[] encode(byte[] body, String coding) {
    var bytes = new ByteArrayOutputStream();
    try (OutputStream out =
        switch (coding) {
          case "gzip" -> new GZIPOutputStream(bytes);
          case "deflate" -> new DeflaterOutputStream(bytes);
          case "br", "zstd" ->
              throw new IllegalArgumentException(
                  "compressing a request's body with '"
                      + coding
                      + "' is not supported: expected gzip or deflate");
          default ->
              throw new IllegalArgumentException(
                  "unknown compression algorithm " + coding + ": expected gzip or deflate");
        }) {
      out.write(body);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }
}
