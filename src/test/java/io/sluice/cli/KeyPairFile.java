package io.sluice.cli;

import io.sluice.storefront.DemoCertificate;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;

/** A PKCS#12 file of a certificate and its key. */
final class KeyPairFile {
  private KeyPairFile() {}

  static void write(Path file, String password) throws Exception {
    DemoCertificate client = DemoCertificate.valid("client.example");
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "client", client.key(), password.toCharArray(), client.chain().toArray(new Certificate[0]));
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, password.toCharArray());
    }
  }
}
