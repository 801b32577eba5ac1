package io.sluice.engine.netty;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.OpenSslContextOption;
import io.netty.handler.ssl.OpenSslSessionContext;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SupportedCipherSuiteFilter;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import io.netty.util.ReferenceCountUtil;
import io.sluice.engine.wire.TlsOffer;
import io.sluice.engine.wire.TlsOffer.ClientCertificate;
import io.sluice.model.plan.Network;
import io.sluice.model.plan.Network.Tls.Resumption;
import io.sluice.model.plan.Network.Tls.Trust;
import io.sluice.model.plan.Target;
import java.io.IOException;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLException;

/**
 * The client's side of TLS 1.2 and 1.3 for all connections of a plan, and its failures in words.
 * Any thread may use it.
 *
 * <p>BoringSSL does its work inside the call that brings the bytes ({@code USE_TASKS} off): the
 * loop has no other thread to give it to. Its engines are counted, not finalized. Records are as
 * large as what is written at once, so that requests that go out together share one.
 *
 * <p>Sessions are taken up again by what the server gave: session ids and tickets in TLS 1.2,
 * tickets in TLS 1.3, each used once. BoringSSL keeps {@value #SESSIONS} of them. The Java runtime
 * keeps that many, too, but at most ten TLS 1.3 tickets of one target: of more connections that are
 * opened at the same moment, the others make a full handshake.
 */
public final class Tls {
  /** Some 5 KB each, outside the heap in BoringSSL. */
  private static final int SESSIONS = 4096;

  private static final Duration SESSION_AGE = Duration.ofDays(1);
  private static final Cleaner CLEANER = Cleaner.create();

  private final SslContext context;
  private final TlsProvider provider;
  private final IdentityKeys identity;
  private final boolean resumption;
  private final AtomicInteger strangers = new AtomicInteger();

  private Tls(SslContext context, TlsProvider provider, IdentityKeys identity, boolean resumption) {
    this.context = context;
    this.provider = provider;
    this.identity = identity;
    this.resumption = resumption;
  }

  /**
   * Reads the files that the settings name.
   *
   * @throws IllegalArgumentException with a sentence: a file cannot be read or does not fit, or
   *     BoringSSL is demanded and cannot be loaded
   */
  public static Tls of(Network.Tls settings, Network.HttpVersion http) {
    return of(settings, http, TlsOffer.USUAL);
  }

  /**
   * The same, with an offer of its own.
   *
   * @throws IllegalArgumentException with a sentence, also if the offer cannot be made
   */
  public static Tls of(Network.Tls settings, Network.HttpVersion http, TlsOffer offer) {
    TlsProvider provider = TlsProvider.of(settings.engine());
    IdentityKeys identity =
        offer.certificate().equals(ClientCertificate.OF_THE_PLAN)
            ? IdentityFile.read(settings.identity())
            : IdentityFile.read(offer.certificate());
    boolean resumption = settings.resumption() == Resumption.ON;
    SslContextBuilder builder =
        SslContextBuilder.forClient()
            .sslProvider(provider.netty())
            .protocols(TlsTerms.versions(offer, provider))
            .ciphers(TlsTerms.cipherSuites(offer, provider), SupportedCipherSuiteFilter.INSTANCE)
            .applicationProtocolConfig(offer(http))
            .keyManager(identity.factory(provider))
            .sessionTimeout(SESSION_AGE.toSeconds())
            .sessionCacheSize(resumption ? SESSIONS : 1);
    if (settings.trust() == Trust.INSECURE) {
      builder.trustManager(InsecureTrustManagerFactory.INSTANCE);
      builder.endpointIdentificationAlgorithm(null);
    } else if (!settings.authorities().isEmpty()) {
      builder.trustManager(
          CertificateFile.read("the certificate authorities", settings.authorities())
              .certificates()
              .toArray(X509Certificate[]::new));
    }
    return of(builder, provider, identity, resumption);
  }

  /** The cipher suites of an offer that what encrypts cannot offer. */
  public static List<String> notOffered(Network.Tls settings, TlsOffer offer) {
    return TlsTerms.missing(offer, TlsProvider.of(settings.engine()));
  }

  private static Tls of(
      SslContextBuilder builder, TlsProvider provider, IdentityKeys identity, boolean resumption) {
    SslContext context;
    try {
      if (provider == TlsProvider.BORINGSSL) {
        builder.option(OpenSslContextOption.USE_TASKS, false);
      }
      context = builder.build();
    } catch (SSLException e) {
      throw new IllegalArgumentException("TLS cannot be set up: " + reason(e), e);
    }
    Tls tls = new Tls(context, provider, identity, resumption);
    if (context.sessionContext() instanceof OpenSslSessionContext sessions) {
      sessions.setSessionCacheEnabled(resumption);
      // Connections count themselves in: the last of them frees it where this goes first.
      CLEANER.register(tls, () -> ReferenceCountUtil.release(context));
    }
    return tls;
  }

  private static ApplicationProtocolConfig offer(Network.HttpVersion http) {
    List<String> protocols =
        switch (http) {
          case AUTO -> List.of(ApplicationProtocolNames.HTTP_2, ApplicationProtocolNames.HTTP_1_1);
          case HTTP_1_1 -> List.of(ApplicationProtocolNames.HTTP_1_1);
          case HTTP_2 -> List.of(ApplicationProtocolNames.HTTP_2);
        };
    return new ApplicationProtocolConfig(
        ApplicationProtocolConfig.Protocol.ALPN,
        ApplicationProtocolConfig.SelectorFailureBehavior.NO_ADVERTISE,
        ApplicationProtocolConfig.SelectedListenerFailureBehavior.ACCEPT,
        protocols);
  }

  /**
   * What encrypts a new connection. It shows the target's name (SNI, RFC 6066), unless that is an
   * address or not a host name by RFC 1123, such as one with an underscore.
   */
  public SslHandler handlerFor(Target target, ByteBufAllocator allocator) {
    try {
      SslHandler handler = context.newHandler(allocator, target.host(), cachePort(target));
      TlsServerName.show(target, handler.engine());
      return handler;
    } finally {
      Reference.reachabilityFence(this); // the cleaner must not free the context before
    }
  }

  /**
   * The Java runtime's session cache cannot be turned off. It finds sessions by host and port, and
   * looks at the port for nothing else.
   */
  private int cachePort(Target target) {
    return resumption || provider == TlsProvider.BORINGSSL
        ? target.port()
        : strangers.incrementAndGet() & Integer.MAX_VALUE;
  }

  /**
   * Shakes hands as the load will, on a socket that blocks, and closes it. A server that asks for a
   * client's certificate says only afterwards whether it is content (RFC 8446 section 4.4.2.4),
   * which is waited for, a second at most.
   *
   * @param connected a connection to the target
   * @return the protocol that the server chose (ALPN), or empty
   * @throws IOException why not; {@link #reason} has it in words
   */
  public String shakeHands(Target target, Socket connected) throws IOException {
    try (connected;
        TlsHandshake handshake =
            new TlsHandshake(handlerFor(target, ByteBufAllocator.DEFAULT), connected)) {
      handshake.complete();
      if (identity.wasAskedFor()) {
        handshake.awaitVerdict();
      }
      return handshake.protocol();
    }
  }

  /** What encrypts, with its version: for reports. */
  public String provider() {
    return provider.title();
  }

  /** Why a handshake or an encrypted connection failed, in a few words that name the cause. */
  public static String reason(Throwable failure) {
    return TlsFailure.reason(failure);
  }
}
