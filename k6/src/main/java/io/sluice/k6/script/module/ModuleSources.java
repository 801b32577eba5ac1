package io.sluice.k6.script.module;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The text of every module of a program, read once; all contexts get the same text, so that the
 * engine compiles it once.
 *
 * <p>Modules that are no files have paths that no file has: below {@value #BUILT_IN} and {@value
 * #REMOTE}.
 */
final class ModuleSources {
  static final String BUILT_IN = "/.sluice/modules/";
  static final String REMOTE = "/.sluice/remote/";
  private static final String RESOURCES = "/io/sluice/k6/modules/";

  private final Map<String, ModuleText> texts = new ConcurrentHashMap<>();
  private final RemoteModules remote;

  ModuleSources(RemoteModules remote) {
    this.remote = remote;
  }

  /** Gives the text of the program itself, which need not be a file. */
  void put(Path path, String text) throws ModuleProblem {
    texts.put(path.toString(), parsed(path.toString(), shown(path.toString()), text));
  }

  /** The module at a real path. */
  ModuleText get(String path) throws ModuleProblem {
    ModuleText known = texts.get(path);
    if (known == null) {
      known = load(path);
      texts.put(path, known);
    }
    return known;
  }

  /** The module at a path, if it was loaded. */
  @Nullable ModuleText loaded(String path) {
    return texts.get(path);
  }

  /** The modules that import another by a name, by their paths. */
  List<String> importersOf(String specifier) {
    return texts.entrySet().stream()
        .filter(module -> !module.getValue().shown().isEmpty())
        .filter(module -> module.getValue().code().contains(specifier))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /** Whether there is something at a path, as far as can be told without loading it. */
  boolean exists(String path) {
    return texts.containsKey(path)
        || path.startsWith("/.sluice/")
        || Files.isRegularFile(Path.of(fileOf(path)));
  }

  /** What errors call a path. */
  static String shown(String path) {
    if (path.startsWith(BUILT_IN)) {
      return "";
    }
    if (path.startsWith(REMOTE)) {
      String rest = path.substring(REMOTE.length());
      int slash = rest.indexOf('/');
      return rest.substring(0, slash) + "://" + rest.substring(slash + 1);
    }
    return Path.of(fileOf(path)).toUri().toString();
  }

  private ModuleText load(String path) throws ModuleProblem {
    String shown = shown(path);
    if (path.startsWith(BUILT_IN)) {
      return resource(path.substring(BUILT_IN.length()));
    }
    if (path.startsWith(REMOTE)) {
      String address = shown.substring(shown.indexOf("://") + 3);
      String local = RemoteModules.resource(address);
      if (local != null) {
        return resource(local + ".js");
      }
      String refusal = remote.refusal(shown);
      if (refusal != null) {
        throw new ModuleProblem(ModuleProblem.Kind.MODULE, refusal);
      }
      return parsed(withoutQuery(path), shown, remote.fetch(shown).resolved());
    }
    try {
      return parsed(path, shown, Files.readString(Path.of(fileOf(path))));
    } catch (ModuleProblem e) {
      throw e;
    } catch (IOException e) {
      throw new ModuleProblem(
          ModuleProblem.Kind.MODULE, "cannot read " + fileOf(path) + ": " + e.getMessage());
    }
  }

  private static ModuleText parsed(String path, String shown, String text) throws ModuleProblem {
    if (path.endsWith(".ts") || path.endsWith(".mts") || path.endsWith(".cts")) {
      return TypeScript.translate(shown, text);
    }
    return path.endsWith(".json.js")
        ? ModuleSyntax.json(shown, text)
        : ModuleSyntax.javascript(shown, text);
  }

  private static String withoutQuery(String path) {
    int query = path.indexOf('?');
    return query < 0 ? path : path.substring(0, query);
  }

  private static ModuleText resource(String name) throws ModuleProblem {
    if (name.endsWith("/papaparse.js")) {
      return ModuleSyntax.javascript("", WebJar.text("papaparse", "papaparse.min.js"));
    }
    try (InputStream in = ModuleSources.class.getResourceAsStream(RESOURCES + name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return new ModuleText(
          "", new String(in.readAllBytes(), StandardCharsets.UTF_8), SourcePlaces.SAME);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** JSON files are known to the engine under a name that is not taken for bare JSON. */
  private static String fileOf(String path) {
    return path.endsWith(".json.js") ? path.substring(0, path.length() - 3) : path;
  }
}
