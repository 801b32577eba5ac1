package io.sluice.storefront;

import io.sluice.storefront.endpoint.EndpointGroup;
import io.sluice.storefront.endpoint.EndpointScope;
import io.sluice.storefront.fault.Bandwidth;
import io.sluice.storefront.fault.Breakage;
import io.sluice.storefront.fault.ErrorRule;
import io.sluice.storefront.fault.Faults;
import io.sluice.storefront.fault.Latency;
import io.sluice.storefront.fault.LatencyRule;
import io.sluice.storefront.fault.ResetRule;
import io.sluice.storefront.fault.Rule;
import io.sluice.storefront.fault.Stall;
import io.sluice.storefront.http.ConnectionLimits;
import io.sluice.storefront.truth.Recording;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How a storefront is to be started.
 *
 * @param host the name or address to listen on
 * @param port 0 to 65535; 0 for any free port
 * @param threads event loops, 1 to 64
 * @param seed of latencies, injected errors and tokens; the same seed and the same order of
 *     requests give the same draws
 */
public record StorefrontOptions(
    String host,
    int port,
    int threads,
    long seed,
    Encryption encryption,
    ConnectionLimits limits,
    Faults faults,
    Recording recording) {
  private static final double DEMO_SIGMA = 0.4;

  public StorefrontOptions {
    if (host.isBlank()) {
      throw new IllegalArgumentException("host must not be blank");
    }
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port must be between 0 and 65535, was " + port);
    }
    if (threads < 1 || threads > 64) {
      throw new IllegalArgumentException("threads must be between 1 and 64, was " + threads);
    }
  }

  /** A free port of 127.0.0.1, plain HTTP, no faults and no latency of its own. */
  public static StorefrontOptions defaults() {
    return new StorefrontOptions(
        "127.0.0.1",
        0,
        1,
        1,
        new Encryption.Plain(),
        ConnectionLimits.usual(),
        Faults.none(),
        Recording.COUNTS);
  }

  /** The defaults with a log-normal latency for each group: medians of 5 to 20 ms, sigma 0.4. */
  public static StorefrontOptions demo(long seed) {
    StorefrontOptions options = defaults().withSeed(seed);
    for (EndpointGroup group : EndpointGroup.values()) {
      Duration median = Duration.ofMillis(demoMedianMillis(group));
      options =
          options.withLatency(EndpointScope.of(group), new Latency.LogNormal(median, DEMO_SIGMA));
    }
    return options;
  }

  private static long demoMedianMillis(EndpointGroup group) {
    return switch (group) {
      case HEALTH, ASSETS -> 5;
      case CART, USER -> 8;
      case PRODUCTS -> 10;
      case HOMEPAGE, ORDERS -> 12;
      case AUTH -> 15;
      case CHECKOUT -> 20;
    };
  }

  public StorefrontOptions withHost(String newHost) {
    return new StorefrontOptions(
        newHost, port, threads, seed, encryption, limits, faults, recording);
  }

  public StorefrontOptions withPort(int newPort) {
    return new StorefrontOptions(
        host, newPort, threads, seed, encryption, limits, faults, recording);
  }

  public StorefrontOptions withThreads(int newThreads) {
    return new StorefrontOptions(
        host, port, newThreads, seed, encryption, limits, faults, recording);
  }

  public StorefrontOptions withSeed(long newSeed) {
    return new StorefrontOptions(
        host, port, threads, newSeed, encryption, limits, faults, recording);
  }

  public StorefrontOptions withEncryption(Encryption newEncryption) {
    return new StorefrontOptions(
        host, port, threads, seed, newEncryption, limits, faults, recording);
  }

  /** HTTPS with a certificate chain and an unencrypted PKCS#8 key, both PEM files. */
  public StorefrontOptions withTls(Path certificate, Path key) {
    return withEncryption(new Encryption.PemFiles(certificate, key));
  }

  /** HTTPS with a certificate made on the spot. */
  public StorefrontOptions withTls(DemoCertificate certificate) {
    return withEncryption(new Encryption.Demo(certificate));
  }

  /**
   * Lets only those in who present a certificate; to be called after {@code withTls}.
   *
   * @param authority a PEM file with the certificates of which one must have signed the client's
   * @throws IllegalArgumentException if TLS is off
   */
  public StorefrontOptions withClientAuthority(Path authority) {
    return withEncryption(encryption.demandingClientCertificate(authority));
  }

  public StorefrontOptions withLimits(ConnectionLimits newLimits) {
    return new StorefrontOptions(
        host, port, threads, seed, encryption, newLimits, faults, recording);
  }

  /** The most HTTP/2 streams that are open at once on a connection, at least 1. */
  public StorefrontOptions withConcurrentStreams(int streams) {
    return withLimits(limits.withConcurrentStreams(streams));
  }

  /** Ends each connection after so many requests, at least 1: see {@link ConnectionLimits}. */
  public StorefrontOptions withRequestsPerConnection(long requests) {
    return withLimits(limits.withRequests(requests));
  }

  public StorefrontOptions withFaults(Faults newFaults) {
    return new StorefrontOptions(
        host, port, threads, seed, encryption, limits, newFaults, recording);
  }

  /** Adds a rule; where several of a kind hold an endpoint, see {@link Faults}. */
  public StorefrontOptions with(Rule rule) {
    return withFaults(faults.with(rule));
  }

  /** Adds a latency. */
  public StorefrontOptions withLatency(EndpointScope scope, Latency latency) {
    return with(new LatencyRule(scope, latency));
  }

  /** Adds a latency from its text form, see {@link LatencyRule#parse}. */
  public StorefrontOptions withLatency(String text) {
    return with(LatencyRule.parse(text));
  }

  /** Adds an error rate from its text form, see {@link ErrorRule#parse}. */
  public StorefrontOptions withErrorRate(String text) {
    return with(ErrorRule.parse(text));
  }

  /** Adds a reset rate from its text form, see {@link ResetRule#parse}. */
  public StorefrontOptions withResetRate(String text) {
    return with(ResetRule.parse(text));
  }

  public StorefrontOptions with(Bandwidth bandwidth) {
    return withFaults(faults.with(bandwidth));
  }

  public StorefrontOptions withStall(Stall stall) {
    return withFaults(faults.with(stall));
  }

  /** Sets the stall from its text form, see {@link Stall#parse}. */
  public StorefrontOptions withStall(String text) {
    return withStall(Stall.parse(text));
  }

  public StorefrontOptions withBreakage(Breakage breakage) {
    return withFaults(faults.with(breakage));
  }

  public StorefrontOptions withRecording(Recording newRecording) {
    return new StorefrontOptions(
        host, port, threads, seed, encryption, limits, faults, newRecording);
  }
}
