package io.sluice.k6.run;

import io.sluice.k6.metrics.MetricStore;
import io.sluice.k6.options.OptionSources;
import io.sluice.k6.output.Outputs;
import io.sluice.k6.script.ScriptError;
import io.sluice.k6.script.ScriptProgram;
import io.sluice.k6.script.ScriptSettings;
import io.sluice.k6.script.port.Console;
import io.sluice.k6.script.port.Samples;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A script, and what is said of it from outside.
 *
 * @param path the file, or where relative imports start
 * @param text the script itself where it came from standard input, else null
 * @param settings how it is loaded
 * @param sources options from everywhere but the script
 * @param noThresholds whether its thresholds are passed over
 * @param sections whether samples are added up by group and scenario, too
 * @param outputs what samples can be written to
 * @param console where its words go
 */
public record ScriptSource(
    Path path,
    @Nullable String text,
    ScriptSettings settings,
    OptionSources sources,
    boolean noThresholds,
    boolean sections,
    Outputs outputs,
    Console console) {
  /** What the run is called. */
  String name() {
    String file = String.valueOf(path.getFileName());
    return text == null ? file.replaceFirst("\\.[jt]s$", "") : "stdin";
  }

  OptionSources options(@Nullable String script) {
    return new OptionSources(
        sources.configFile(), sources.configName(), script, sources.environment(), sources.flags());
  }

  ScriptProgram load(Samples samples) throws ScriptError {
    return text == null
        ? ScriptProgram.load(path, settings, console, samples)
        : ScriptProgram.load(path, text, settings, console, samples);
  }

  /** Where a cell's samples are added up. */
  MetricStore store() {
    MetricStore store = new MetricStore(System::nanoTime);
    return sections ? store.bySection() : store;
  }
}
