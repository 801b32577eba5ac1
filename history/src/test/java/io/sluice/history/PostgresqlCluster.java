package io.sluice.history;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A PostgreSQL server of a test's own, on a free port, in a folder that is deleted after it. */
final class PostgresqlCluster implements AutoCloseable {
  static final PostgresqlCluster NONE = new PostgresqlCluster(Path.of(""), Path.of(""), 0);
  static final String USER = "sluice";
  static final String PASSWORD = "for-tests-only";

  private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

  private final Path programs;
  private final Path folder;
  private final int port;
  private int databases;

  private PostgresqlCluster(Path programs, Path folder, int port) {
    this.programs = programs;
    this.folder = folder;
    this.port = port;
  }

  /** Starts one; the test is skipped where PostgreSQL is not installed. */
  static PostgresqlCluster start() throws IOException {
    Optional<Path> programs = programs();
    assumeTrue(
        programs.isPresent(),
        "PostgreSQL is not installed: there is no initdb (apt-get install postgresql)");
    assumeTrue(
        !isRoot() || run(List.of("id", "postgres")).code == 0,
        "PostgreSQL does not run as root, and there is no user postgres to run it");
    Path folder = Files.createTempDirectory("sluice-postgresql");
    if (isRoot()) {
      require(run(List.of("chown", "postgres", folder.toString())));
    }
    PostgresqlCluster cluster = new PostgresqlCluster(programs.get(), folder, freePort());
    Path password = Files.writeString(folder.resolve("password"), PASSWORD + "\n");
    cluster.program(
        "initdb",
        "--pgdata=" + folder.resolve("data"),
        "--username=" + USER,
        "--pwfile=" + password,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--no-sync");
    cluster.program(
        "pg_ctl",
        "start",
        "--wait",
        "--pgdata=" + folder.resolve("data"),
        "--log=" + folder.resolve("log"),
        "--options=-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off"
            .formatted(cluster.port));
    return cluster;
  }

  private static Optional<Path> programs() throws IOException {
    List<Path> folders = new ArrayList<>();
    for (String entry : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
      folders.add(Path.of(entry));
    }
    if (Files.isDirectory(DEBIAN)) {
      try (Stream<Path> versions = Files.list(DEBIAN)) {
        versions.sorted(Comparator.reverseOrder()).forEach(v -> folders.add(v.resolve("bin")));
      }
    }
    return folders.stream().filter(bin -> Files.isExecutable(bin.resolve("initdb"))).findFirst();
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void program(String name, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      command.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    command.add(programs.resolve(name).toString());
    command.addAll(List.of(arguments));
    require(run(command));
  }

  private record Ended(int code, String said) {}

  /** Its output goes to a file: a server that it leaves behind would hold a pipe open. */
  private static Ended run(List<String> command) throws IOException {
    Path output = Files.createTempFile("sluice-postgresql", ".txt");
    try {
      int code =
          new ProcessBuilder(command)
              .directory(output.getRoot().toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start()
              .waitFor();
      return new Ended(code, Files.readString(output, StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while it waited for " + command, e);
    } finally {
      Files.delete(output);
    }
  }

  private static void require(Ended ended) {
    if (ended.code != 0) {
      throw new IllegalStateException(ended.said);
    }
  }

  /** The address of an empty database, with user and password. */
  String newDatabase() throws SQLException {
    String name = "test" + databases++;
    execute(url("postgres"), "CREATE DATABASE " + name);
    return url(name);
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s?user=%s&password=%s"
        .formatted(port, database, USER, PASSWORD);
  }

  void execute(String url, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws IOException {
    if (port == 0) {
      return;
    }
    program("pg_ctl", "stop", "--mode=immediate", "--pgdata=" + folder.resolve("data"));
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
