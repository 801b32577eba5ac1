package io.sluice.k6.script.api;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What all users of a program share: the files that it opened, its arrays, and the client of its
 * WebSockets.
 *
 * <p>May be used by several threads at once.
 */
public final class SharedFiles {
  private final Path folder;
  private final List<Path> roots;
  private final Map<Path, byte[]> files = new ConcurrentHashMap<>();
  private final Map<String, String[]> arrays = new ConcurrentHashMap<>();
  private volatile boolean sealed;
  private @Nullable HttpClient web;

  /**
   * Nothing shared yet.
   *
   * @param folder the script's, from which paths start
   * @param roots other folders that may be read from
   */
  public SharedFiles(Path folder, List<Path> roots) {
    this.folder = folder;
    this.roots = roots.stream().map(root -> root.toAbsolutePath().normalize()).toList();
  }

  /** The client of all WebSockets; made at its first use, since it has threads of its own. */
  public synchronized HttpClient webClient() {
    var client = web;
    if (client == null) {
      client = HttpClient.newHttpClient();
      web = client;
    }
    return client;
  }

  /** Ends all WebSockets. */
  public synchronized void close() {
    if (web != null) {
      web.shutdownNow();
    }
  }

  /** The first init pass is over: from now on only files that it opened can be opened. */
  public void seal() {
    sealed = true;
  }

  /**
   * The content of a file.
   *
   * @throws IOException with a sentence for the user
   */
  byte[] read(String name) throws IOException {
    String plain = name.startsWith("file://") ? name.substring(7) : name;
    Path path = folder.resolve(plain).normalize();
    byte[] known = files.get(path);
    if (known != null) {
      return known;
    }
    if (sealed) {
      throw new IOException(
          "open() can't be used with files that weren't previously opened during initialization (__VU==0), path: \""
              + path
              + "\"");
    }
    if (!path.startsWith(folder) && roots.stream().noneMatch(path::startsWith)) {
      throw new IOException(
          "open(\"" + name + "\"): scripts may only read files below their own folder " + folder);
    }
    if (!Files.isRegularFile(path)) {
      throw new IOException("open(\"" + name + "\"): no such file: " + path);
    }
    byte[] content = Files.readAllBytes(path);
    files.put(path, content);
    return content;
  }

  /** An array's elements as JSON, or null if there is none of that name yet. */
  String @Nullable [] array(String name) {
    return arrays.get(name);
  }

  /** Keeps an array, unless another user was first; gives the one that is kept. */
  String[] keep(String name, String[] elements) {
    String[] before = arrays.putIfAbsent(name, elements);
    return before == null ? elements : before;
  }
}
