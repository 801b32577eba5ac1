package io.sluice.engine.netty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.handler.ssl.OpenSsl;
import io.sluice.model.plan.Network;
import io.sluice.model.plan.Network.Tls.Engine;
import java.security.KeyPairGenerator;
import java.util.List;
import org.junit.jupiter.api.Test;

class TlsProviderTest {
  private static Throwable missing() {
    return new UnsatisfiedLinkError("no such library");
  }

  private static String provider(Engine engine) {
    return Tls.of(TlsCertificates.insecure(engine), Network.HttpVersion.AUTO).provider();
  }

  @Test
  void boringSslIsTakenWhereItIsThere() {
    assertTrue(OpenSsl.isAvailable(), () -> String.valueOf(OpenSsl.unavailabilityCause()));
    assertTrue(
        provider(Engine.AUTO).matches("boringssl \\(netty-tcnative \\d+\\.\\d+\\.\\d+.*\\)"),
        provider(Engine.AUTO));
    assertEquals(provider(Engine.AUTO), provider(Engine.BORINGSSL));
    assertEquals("jdk " + Runtime.version(), provider(Engine.JDK));
  }

  @Test
  void theJavaRuntimeTakesItsPlaceUnlessThePlanInsists() {
    assertEquals(TlsProvider.JDK, TlsProvider.of(Engine.AUTO, missing()));
    assertEquals(TlsProvider.JDK, TlsProvider.of(Engine.JDK, missing()));
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> TlsProvider.of(Engine.BORINGSSL, missing()));
    assertEquals(
        "BoringSSL cannot be loaded on this machine (no such library): use the Java runtime's TLS",
        e.getMessage());
  }

  @Test
  void onlyTheJavaRuntimeSignsWithEdwardsCurves() throws Exception {
    IdentityKeys keys =
        IdentityKeys.of(
            KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate(), List.of());
    assertEquals(1, keys.factory(TlsProvider.JDK).getKeyManagers().length);
    var e = assertThrows(IllegalArgumentException.class, () -> keys.factory(TlsProvider.BORINGSSL));
    assertEquals(
        "BoringSSL does not sign with the client's key, which is EdDSA:"
            + " use the Java runtime's TLS",
        e.getMessage());
  }
}
