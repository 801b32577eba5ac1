package io.sluice.engine.fake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicInteger;
import javax.security.auth.x500.X500Principal;

/**
 * Writes certificates (RFC 5280 section 4.1), byte by byte in DER: the JDK reads them only.
 *
 * @param issuer the distinguished name of the signer
 * @param signer its key, on an elliptic curve
 */
record CertificateForge(String issuer, PrivateKey signer) {
  private static final AtomicInteger SERIAL = new AtomicInteger(1);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

  /** ecdsa-with-SHA256 (RFC 5758). */
  private static final byte[] ALGORITHM =
      der(0x30, bytes(0x06, 8, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 4, 3, 2));

  private static final byte[] AUTHORITY =
      der(0x30, oid(19), bytes(1, 1, 0xFF), der(4, der(0x30, bytes(1, 1, 0xFF))));

  /** What it signs itself with. */
  static CertificateForge of(String name, KeyPair keys) {
    return new CertificateForge(name, keys.getPrivate());
  }

  /** An authority's certificate. */
  X509Certificate authority(PublicKey key) throws GeneralSecurityException {
    return sign(issuer, key, -400, 800, AUTHORITY);
  }

  /** A server's certificate for a name or address, and for 127.0.0.1 where that is localhost. */
  X509Certificate host(String host, PublicKey key, int fromDay, int days)
      throws GeneralSecurityException {
    byte[] name = der(0x82, host.getBytes(StandardCharsets.US_ASCII));
    byte[] address =
        host.equals("localhost")
            ? der(0x87, InetAddress.ofLiteral("127.0.0.1").getAddress())
            : new byte[0];
    byte[] names = der(0x30, oid(17), der(4, der(0x30, name, address)));
    return sign("CN=" + host, key, fromDay, days, names);
  }

  /** A client's certificate. */
  X509Certificate client(String name, PublicKey key) throws GeneralSecurityException {
    return sign("CN=" + name, key, -1, 30, new byte[0]);
  }

  private X509Certificate sign(
      String subject, PublicKey key, int fromDay, int days, byte[] extension)
      throws GeneralSecurityException {
    Instant from = Instant.now().plus(Duration.ofDays(fromDay));
    byte[] valid = der(0x30, time(from), time(from.plus(Duration.ofDays(days))));
    byte[] extensions = extension.length == 0 ? extension : der(0xA3, der(0x30, extension));
    byte[] toBeSigned =
        der(
            0x30,
            der(0xA0, bytes(2, 1, 2)), // version 3
            bytes(2, 1, SERIAL.getAndIncrement()),
            ALGORITHM,
            new X500Principal(issuer).getEncoded(),
            valid,
            new X500Principal(subject).getEncoded(),
            key.getEncoded(),
            extensions);
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(signer);
    signature.update(toBeSigned);
    byte[] certificate = der(0x30, toBeSigned, ALGORITHM, der(3, bytes(0), signature.sign()));
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(certificate));
  }

  private static byte[] time(Instant at) {
    return der(0x17, TIME.format(at).getBytes(StandardCharsets.US_ASCII));
  }

  /** id-ce (2.5.29) and a number. */
  private static byte[] oid(int number) {
    return bytes(6, 3, 0x55, 0x1D, number);
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static byte[] der(int tag, byte[]... parts) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      content.writeBytes(part);
    }
    int length = content.size();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    if (length < 0x80) {
      out.write(length);
    } else if (length < 0x100) {
      out.writeBytes(bytes(0x81, length));
    } else {
      out.writeBytes(bytes(0x82, length >> 8, length));
    }
    out.writeBytes(content.toByteArray());
    return out.toByteArray();
  }
}
