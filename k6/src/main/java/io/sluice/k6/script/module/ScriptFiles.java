package io.sluice.k6.script.module;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessMode;
import java.nio.file.DirectoryStream;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.graalvm.polyglot.io.FileSystem;
import org.jspecify.annotations.Nullable;

/**
 * The only files that the JavaScript engine ever sees: modules, read-only, whatever they are called
 * in imports.
 *
 * <p>Shared by all contexts of a program. It remembers why the last module could not be had, since
 * the engine tells only that.
 */
public final class ScriptFiles implements FileSystem {
  /** A host name with a dot, and a path: {@code jslib.k6.io/url/1.0.0/index.js}. */
  private static final Pattern WITHOUT_SCHEME =
      Pattern.compile("[a-zA-Z0-9-]+(\\.[a-zA-Z0-9-]+)+(:\\d{1,5})?/.+");

  private final ModuleSources sources;
  private final Path folder;
  private volatile @Nullable ModuleProblem problem;

  /**
   * Files of one program.
   *
   * @param folder where the script lies
   */
  public ScriptFiles(Path folder, boolean remoteImports) {
    this(folder, new RemoteModules(remoteImports));
  }

  ScriptFiles(Path folder, RemoteModules remote) {
    this.folder = folder;
    this.sources = new ModuleSources(remote);
  }

  /** Gives the text of the program itself. */
  public void put(Path path, String text) throws ModuleProblem {
    sources.put(path, text);
  }

  /** Why the last module could not be had; asking forgets it. */
  public @Nullable ModuleProblem problem() {
    var last = problem;
    problem = null;
    return last;
  }

  /**
   * A place as errors show it, {@code file:///script.js:3:9}, or null for modules that errors do
   * not show.
   *
   * @param path the engine's name of the module
   * @param line from 1
   * @param column from 1
   */
  public @Nullable String place(String path, int line, int column) {
    ModuleText text = sources.loaded(path);
    if (text == null || text.shown().isEmpty()) {
      return null;
    }
    var place = text.places().original(line, column);
    return text.shown() + ":" + place.line() + ":" + place.column();
  }

  /**
   * Where a module is imported, as {@code file:///script.js:3:9}, or null.
   *
   * @param script the path of the main module, which is looked at first
   * @param specifier as the import has it; an {@code https:} in front may be missing there
   */
  public @Nullable String placeOf(String script, String specifier) {
    String bare = specifier.replaceFirst("^https://", "");
    for (String name : List.of(specifier, bare)) {
      String place = placeIn(script, name);
      for (String importer : place == null ? sources.importersOf(name) : List.<String>of()) {
        place = place == null ? placeIn(importer, name) : place;
      }
      if (place != null) {
        return place;
      }
    }
    return null;
  }

  private @Nullable String placeIn(String importer, String specifier) {
    ModuleText text = sources.loaded(importer);
    if (text == null) {
      return null;
    }
    int at =
        Math.max(
            text.code().indexOf("'" + specifier + "'"), text.code().indexOf('"' + specifier + '"'));
    if (at < 0) {
      return null;
    }
    int line = 1 + (int) text.code().substring(0, at).chars().filter(c -> c == '\n').count();
    int column = at - text.code().lastIndexOf('\n', at);
    return place(importer, line, column);
  }

  @Override
  public Path parsePath(URI uri) {
    return switch (uri.getScheme()) {
      case "file" -> Path.of(uri);
      case "http", "https" ->
          Path.of(
              ModuleSources.REMOTE
                  + uri.getScheme()
                  + "/"
                  + uri.getRawAuthority()
                  + uri.getRawPath()
                  + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()));
      default -> throw unsupported("\"" + uri + "\" cannot be imported: only https: and file: can");
    };
  }

  @Override
  public Path parsePath(String path) {
    if (WITHOUT_SCHEME.matcher(path).matches()) {
      return Path.of(ModuleSources.REMOTE + "https/" + path);
    }
    if (!Builtins.owns(path)) {
      return Path.of(path);
    }
    String resource = Builtins.resource(path);
    if (resource == null) {
      throw unsupported(Builtins.refusal(path));
    }
    return Path.of(ModuleSources.BUILT_IN + resource + ".js");
  }

  private IllegalArgumentException unsupported(String sentence) {
    problem = new ModuleProblem(ModuleProblem.Kind.MODULE, sentence);
    return new IllegalArgumentException(sentence);
  }

  @Override
  public void checkAccess(Path path, Set<? extends AccessMode> modes, LinkOption... options)
      throws IOException {
    String name = toAbsolutePath(path).normalize().toString();
    if (modes.contains(AccessMode.WRITE) || !sources.exists(name)) {
      throw missing(path);
    }
  }

  private NoSuchFileException missing(Path path) {
    problem =
        new ModuleProblem(
            ModuleProblem.Kind.MODULE,
            path.isAbsolute()
                ? "no file " + path.normalize() + " to import"
                : "\"" + path + "\" is no module: expected \"k6/…\", \"./a-file.js\" or a URL");
    return new NoSuchFileException(path.toString());
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    if (!sources.exists(toAbsolutePath(path).normalize().toString())) {
      throw missing(path);
    }
    try {
      return new BytesChannel(sources.get(path.toString()).code().getBytes(StandardCharsets.UTF_8));
    } catch (ModuleProblem e) {
      problem = e;
      throw e;
    }
  }

  @Override
  public Path toAbsolutePath(Path path) {
    return path.isAbsolute() ? path : folder.resolve(path);
  }

  @Override
  public Path toRealPath(Path path, LinkOption... options) {
    Path real = toAbsolutePath(path).normalize();
    return real.toString().endsWith(".json") ? Path.of(real + ".js") : real;
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) {
    return Map.of("isRegularFile", true, "isDirectory", false);
  }

  @Override
  public void createDirectory(Path dir, FileAttribute<?>... attributes) {
    throw new SecurityException("scripts write no files");
  }

  @Override
  public void delete(Path path) {
    throw new SecurityException("scripts delete no files");
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path dir, DirectoryStream.Filter<? super Path> filter) {
    throw new SecurityException("scripts list no folders");
  }
}
