package io.sluice.model.plan;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * How the plan's targets are reached.
 *
 * @param http the version of HTTP
 * @param connections who has which connections
 * @param tls what encrypted connections trust and show
 * @param resolve addresses that take the place of what the name service says
 * @param sourceAddresses local addresses that connections take in turn, empty for the system's
 *     choice; each gives some 28,000 more connections to one address of a target
 * @param sockets options of the local sockets
 */
public record Network(
    HttpVersion http,
    Connections connections,
    Tls tls,
    List<HostAddress> resolve,
    List<String> sourceAddresses,
    SocketOptions sockets) {

  /** Which version of HTTP requests are sent in. */
  public enum HttpVersion {
    /** HTTP/2 where an encrypted target offers it (ALPN, RFC 7301), else HTTP/1.1. */
    AUTO("auto"),
    /** HTTP/1.1 only (RFC 9112). */
    HTTP_1_1("1.1"),
    /**
     * HTTP/2 only (RFC 9113): by ALPN where the target is encrypted, else with prior knowledge; a
     * target that does not speak it fails.
     */
    HTTP_2("2");

    private final String word;

    HttpVersion(String word) {
      this.word = word;
    }

    /** As users write it: {@code auto}, {@code 1.1} or {@code 2}. */
    public String word() {
      return word;
    }

    /**
     * Reads a word.
     *
     * @throws IllegalArgumentException with the words there are, if it is none of them
     */
    public static HttpVersion of(String word) {
      return named(word, values(), HttpVersion::word);
    }
  }

  /** Who has which connections. */
  public sealed interface Connections {
    /** How long a connection that nobody uses is kept; at least 1 ms. */
    Duration idle();

    /** The same, kept for another time. */
    Connections withIdle(Duration other);

    /** Each user has its own to each target, kept while it is in an iteration; as browsers do. */
    record PerUser(Duration idle) implements Connections {
      public PerUser {
        requireIdle(idle);
      }

      @Override
      public PerUser withIdle(Duration other) {
        return new PerUser(other);
      }
    }

    /**
     * All users of a loop share connections, as a service behind a pool does. A request that finds
     * none free waits for one, in order.
     *
     * @param max most connections of one loop to one target, 1 to 1,000,000
     * @param streams most requests at a time on one HTTP/2 connection, 1 to 1,000,000; the target
     *     may allow fewer
     */
    record Shared(int max, int streams, Duration idle) implements Connections {
      public Shared {
        requireIdle(idle);
        if (max < 1 || max > 1_000_000) {
          throw new IllegalArgumentException("connections must be 1 to 1000000, was " + max);
        }
        if (streams < 1 || streams > 1_000_000) {
          throw new IllegalArgumentException("streams must be 1 to 1000000, was " + streams);
        }
      }

      @Override
      public Shared withIdle(Duration other) {
        return new Shared(max, streams, other);
      }
    }

    private static void requireIdle(Duration idle) {
      if (idle.toMillis() < 1) {
        throw new IllegalArgumentException("idle must be at least 1ms, was " + Units.format(idle));
      }
    }
  }

  /**
   * What encrypted connections trust and show.
   *
   * @param trust whether certificates are verified
   * @param authorities a PEM file of certificate authorities that are trusted instead of the Java
   *     runtime's, or empty
   * @param identity the client's certificate
   * @param resumption whether a connection may take up a session of one before it (RFC 8446 section
   *     2.2)
   * @param engine what encrypts
   */
  public record Tls(
      Trust trust, String authorities, Identity identity, Resumption resumption, Engine engine) {
    /** Verified, the runtime's authorities, no client certificate, sessions taken up. */
    public static final Tls DEFAULT =
        new Tls(Trust.VERIFY, "", Identity.NONE, Resumption.ON, Engine.AUTO);

    /** Whether the certificates of targets are verified. */
    public enum Trust {
      /** Against certificate authorities, with host names. */
      VERIFY,
      /** Not at all. Reports say so. */
      INSECURE
    }

    /** Whether sessions are taken up again. */
    public enum Resumption {
      ON,
      /** Every connection is a full handshake. */
      OFF
    }

    /** What encrypts. */
    public enum Engine {
      /** BoringSSL where this machine can load it, else the Java runtime. */
      AUTO("auto"),
      BORINGSSL("boringssl"),
      JDK("jdk");

      private final String word;

      Engine(String word) {
        this.word = word;
      }

      /** As users write it: {@code auto}, {@code boringssl} or {@code jdk}. */
      public String word() {
        return word;
      }

      /**
       * Reads a word.
       *
       * @throws IllegalArgumentException with the words there are, if it is none of them
       */
      public static Engine of(String word) {
        return named(word, values(), Engine::word);
      }
    }

    /** The same with another trust. */
    public Tls withTrust(Trust other) {
      return new Tls(other, authorities, identity, resumption, engine);
    }

    /** The same with other authorities. */
    public Tls withAuthorities(String file) {
      return new Tls(trust, file, identity, resumption, engine);
    }

    /** The same with another certificate of the client. */
    public Tls withIdentity(Identity other) {
      return new Tls(trust, authorities, other, resumption, engine);
    }

    /** The same with sessions taken up or not. */
    public Tls withResumption(Resumption other) {
      return new Tls(trust, authorities, identity, other, engine);
    }

    /** The same with another engine. */
    public Tls withEngine(Engine other) {
      return new Tls(trust, authorities, identity, resumption, other);
    }
  }

  /**
   * A client's certificate.
   *
   * @param certificates a PEM file of the certificate and its chain, or a PKCS#12 file of those and
   *     the key, which ends in {@code .p12} or {@code .pfx}; empty for none
   * @param key a PEM file of the private key (PKCS#8); empty where it is in the other file
   * @param password of the key or the PKCS#12 file; empty for none. Never shown
   */
  public record Identity(String certificates, String key, String password) {
    /** None. */
    public static final Identity NONE = new Identity("", "", "");

    /** Without the password. */
    @Override
    public String toString() {
      return "Identity[certificates=" + certificates + ", key=" + key + "]";
    }
  }

  /**
   * An address that takes the place of what the name service says of a host.
   *
   * @param port 1 to 65535, or 0 for all
   */
  public record HostAddress(String host, int port, String address) {
    public HostAddress {
      if (host.isEmpty() || address.isEmpty()) {
        throw new IllegalArgumentException("expected host:port:address");
      }
      if (port < 0 || port > 65_535) {
        throw new IllegalArgumentException("port must be 0 to 65535, was " + port);
      }
    }

    /** Whether it is for this target. */
    public boolean matches(Target target) {
      return host.equalsIgnoreCase(target.host()) && (port == 0 || port == target.port());
    }
  }

  /**
   * Options of the local sockets.
   *
   * @param noDelay whether small writes go out at once (TCP_NODELAY)
   * @param sendBuffer bytes (SO_SNDBUF), or 0 for the system's choice
   * @param receiveBuffer bytes (SO_RCVBUF), or 0 for the system's choice
   */
  public record SocketOptions(boolean noDelay, int sendBuffer, int receiveBuffer) {
    /** No delay, buffers as the system chooses. */
    public static final SocketOptions DEFAULT = new SocketOptions(true, 0, 0);

    public SocketOptions {
      if (sendBuffer < 0 || receiveBuffer < 0) {
        throw new IllegalArgumentException("buffers must be >= 0 bytes");
      }
    }
  }

  /** Own connections, closed after 60 s without use; HTTP by ALPN; certificates verified. */
  public static final Network DEFAULT =
      new Network(
          HttpVersion.AUTO,
          new Connections.PerUser(Duration.ofSeconds(60)),
          Tls.DEFAULT,
          List.of(),
          List.of(),
          SocketOptions.DEFAULT);

  public Network {
    resolve = List.copyOf(resolve);
    sourceAddresses = List.copyOf(sourceAddresses);
  }

  /** The same with another TLS. */
  public Network withTls(Tls other) {
    return new Network(http, connections, other, resolve, sourceAddresses, sockets);
  }

  /** The same with another version of HTTP. */
  public Network withHttp(HttpVersion other) {
    return new Network(other, connections, tls, resolve, sourceAddresses, sockets);
  }

  /** The same with other connections. */
  public Network withConnections(Connections other) {
    return new Network(http, other, tls, resolve, sourceAddresses, sockets);
  }

  /** The same with other addresses of hosts. */
  public Network withResolve(List<HostAddress> others) {
    return new Network(http, connections, tls, others, sourceAddresses, sockets);
  }

  /** The same from other local addresses. */
  public Network withSourceAddresses(List<String> others) {
    return new Network(http, connections, tls, resolve, others, sockets);
  }

  /** The same with other options of sockets. */
  public Network withSockets(SocketOptions others) {
    return new Network(http, connections, tls, resolve, sourceAddresses, others);
  }

  private static <E> E named(String text, E[] values, Function<E, String> word) {
    for (E value : values) {
      if (word.apply(value).equalsIgnoreCase(text)) {
        return value;
      }
    }
    List<String> words = Arrays.stream(values).map(word).toList();
    throw new IllegalArgumentException(
        "expected one of %s, was '%s'%s"
            .formatted(String.join(", ", words), text, Nearest.hint(text, words)));
  }
}
