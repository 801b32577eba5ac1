package io.sluice.k6.options;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a run's options come from; a later source goes before an earlier one.
 *
 * @param configFile the text of the file that {@code --config} names, or null
 * @param configName the file's name, for messages
 * @param script the script's {@code options}, as JSON.stringify gives them, or null
 * @param environment all environment variables; those that are options start with {@code K6_}
 * @param flags the uses of each flag by its long name without dashes, such as {@code stage}; a flag
 *     without a value has {@code true}
 */
public record OptionSources(
    @Nullable String configFile,
    String configName,
    @Nullable String script,
    Map<String, String> environment,
    Map<String, List<String>> flags) {
  /** Copies the maps. */
  public OptionSources {
    environment = Map.copyOf(environment);
    flags = Map.copyOf(flags);
  }

  /** Only a script's options. */
  public static OptionSources ofScript(@Nullable String script) {
    return new OptionSources(null, "", script, Map.of(), Map.of());
  }
}
