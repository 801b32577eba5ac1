package io.sluice.k6.script.api;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.Value;

/** The Java side of the module {@code k6/encoding}. */
public final class EncodingApi {
  private final UserState user;

  /** The module for one user. */
  public EncodingApi(UserState user) {
    this.user = user;
  }

  /** Text or bytes in base 64. */
  @HostAccess.Export
  public String encode(Value input, String encoding) {
    Base64.Encoder encoder =
        switch (encoding) {
          case "rawstd" -> Base64.getEncoder().withoutPadding();
          case "rawurl" -> Base64.getUrlEncoder().withoutPadding();
          case "url" -> Base64.getUrlEncoder();
          default -> Base64.getEncoder();
        };
    return encoder.encodeToString(Bytes.of(input));
  }

  /** The bytes that a text in base 64 stands for. */
  @HostAccess.Export
  public ByteBuffer decode(String input, String encoding) {
    return ByteBuffer.wrap(decoded(input, encoding));
  }

  /** The text that a text in base 64 stands for. */
  @HostAccess.Export
  public String decodeText(String input, String encoding) {
    return new String(decoded(input, encoding), StandardCharsets.UTF_8);
  }

  private byte[] decoded(String input, String encoding) {
    boolean raw = encoding.startsWith("raw");
    if (raw ? input.endsWith("=") : input.length() % 4 != 0) {
      throw user.error("illegal base64 data at input byte " + input.length());
    }
    try {
      return (encoding.endsWith("url") ? Base64.getUrlDecoder() : Base64.getDecoder())
          .decode(input);
    } catch (IllegalArgumentException e) {
      throw user.error("illegal base64 data: " + e.getMessage());
    }
  }
}
