package io.sluice.k6.script;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How a script may be loaded and run.
 *
 * @param env what {@code __ENV} holds
 * @param remoteImports whether modules may be fetched from the network
 * @param openRoots folders that {@code open()} may read from, besides the script's own
 * @param endlessAfter how long a script may compute without any call that waits
 */
public record ScriptSettings(
    Map<String, String> env, boolean remoteImports, List<Path> openRoots, Duration endlessAfter) {
  /** Nothing from the network, files from the script's folder only, ten seconds of computing. */
  public static final ScriptSettings DEFAULTS =
      new ScriptSettings(Map.of(), false, List.of(), Duration.ofSeconds(10));

  /** Copies the collections. */
  public ScriptSettings {
    env = Map.copyOf(env);
    openRoots = List.copyOf(openRoots);
  }

  /** The same with another environment. */
  public ScriptSettings withEnv(Map<String, String> other) {
    return new ScriptSettings(other, remoteImports, openRoots, endlessAfter);
  }
}
