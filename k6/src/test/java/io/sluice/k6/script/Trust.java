package io.sluice.k6.script;

import io.sluice.storefront.DemoCertificate;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Has the Java runtime trust other authorities than its own, until it is closed. */
final class Trust implements AutoCloseable {
  private static final String FILE = "javax.net.ssl.trustStore";
  private static final String PASSWORD = "javax.net.ssl.trustStorePassword";

  private final Map<String, @Nullable String> before = new HashMap<>();

  /**
   * Trusts the signers of certificates.
   *
   * @param folder for the file that the runtime reads
   */
  static Trust of(Path folder, List<DemoCertificate> certificates)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    for (DemoCertificate certificate : certificates) {
      store.setCertificateEntry("a" + store.size(), certificate.trustAnchor());
    }
    Path file = folder.resolve("authorities.p12");
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, "secret".toCharArray());
    }
    Trust trust = new Trust();
    trust.set(FILE, file.toString());
    trust.set(PASSWORD, "secret");
    return trust;
  }

  private void set(String property, String value) {
    before.put(property, System.setProperty(property, value));
  }

  @Override
  public void close() {
    before.forEach(
        (property, value) -> {
          if (value == null) {
            System.clearProperty(property);
          } else {
            System.setProperty(property, value);
          }
        });
  }
}
