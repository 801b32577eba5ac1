package io.sluice.cli;

import io.sluice.engine.EngineOptions;
import io.sluice.model.plan.Network.HttpVersion;
import io.sluice.model.plan.Network.Tls;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/** The words that options take: for messages, and for the shell to complete. */
final class Candidates {
  private Candidates() {}

  /** How a constant is written. */
  static String word(EngineOptions.Transport transport) {
    return transport.name().toLowerCase(Locale.ROOT);
  }

  /** Of {@code --transport}. */
  static final class Transport implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(EngineOptions.Transport.values()).map(Candidates::word).iterator();
    }
  }

  /** Of {@code --abort}. */
  static final class Abort implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return AbortFlags.words().iterator();
    }
  }

  /** Of {@code --ci}. */
  static final class Ci implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return CiFlags.words().iterator();
    }
  }

  /** Of {@code --format} of an export. */
  static final class Export implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return ExportFormat.words().iterator();
    }
  }

  /** Of {@code --http}. */
  static final class Http implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(HttpVersion.values()).map(HttpVersion::word).iterator();
    }
  }

  /** Of {@code --connections}. */
  static final class Connections implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return List.of("per-user", "shared:").iterator();
    }
  }

  /** Of {@code --tls-engine}. */
  static final class TlsEngine implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(Tls.Engine.values()).map(Tls.Engine::word).iterator();
    }
  }
}
