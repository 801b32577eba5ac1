package io.sluice.k6.output;

import io.sluice.k6.ExitCode;
import io.sluice.k6.K6Exception;
import io.sluice.k6.metrics.threshold.Thresholds;
import io.sluice.k6.options.SystemTag;
import io.sluice.model.plan.Nearest;
import java.io.BufferedWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/**
 * Opens what {@code -o} names.
 *
 * <pre>
 *  output = ( "json" | "csv" ) [ "=" file ]
 * </pre>
 *
 * A file whose name ends with {@code .gz} is compressed; {@code -} is standard output. Without a
 * file JSON goes to standard output, CSV to {@code file.csv}, as with k6.
 */
public final class Outputs {
  private static final List<String> KINDS = List.of("csv", "json");

  private final Path directory;
  private final OutputStream stdout;
  private final Map<String, String> environment;

  /**
   * Outputs of a run.
   *
   * @param directory what file names are relative to
   * @param stdout standard output; it is not closed
   * @param environment for {@code K6_CSV_TIME_FORMAT}
   */
  public Outputs(Path directory, OutputStream stdout, Map<String, String> environment) {
    this.directory = directory;
    this.stdout = stdout;
    this.environment = Map.copyOf(environment);
  }

  /**
   * Opens an output and begins to write.
   *
   * @param spec what {@code -o} was given
   * @throws K6Exception if there is no such output, or its file cannot be written
   */
  public SampleOutput open(String spec, Thresholds thresholds, Set<SystemTag> systemTags)
      throws K6Exception {
    int equals = spec.indexOf('=');
    String kind = equals < 0 ? spec : spec.substring(0, equals);
    String file = equals < 0 ? "" : spec.substring(equals + 1);
    if (!KINDS.contains(kind)) {
      throw new K6Exception(
          ExitCode.INVALID_CONFIG,
          "invalid output type '%s', available types are: %s%s"
              .formatted(kind, String.join(", ", KINDS), Nearest.hint(kind, KINDS)));
    }
    boolean csv = kind.equals("csv");
    String name = csv && file.isEmpty() ? "file.csv" : file;
    boolean toStdout = name.isEmpty() || name.equals("-");
    SampleTime time = time();
    SampleOutput output;
    try {
      Writer out = writer(name, toStdout);
      output =
          new SampleOutput(
              kind + (toStdout ? (csv ? " (stdout)" : "(stdout)") : " (" + name + ")"),
              csv ? new CsvSamples(out, systemTags, time) : new JsonSamples(out, thresholds));
    } catch (IOException e) {
      throw new K6Exception(
          ExitCode.ERROR, "cannot write the output file '" + name + "': " + e.getMessage());
    }
    output.start();
    return output;
  }

  private SampleTime time() throws K6Exception {
    String text = environment.getOrDefault("K6_CSV_TIME_FORMAT", "unix");
    SampleTime time = SampleTime.of(text);
    if (time == null) {
      throw new K6Exception(
          ExitCode.INVALID_CONFIG,
          "K6_CSV_TIME_FORMAT: expected one of %s, was '%s'%s"
              .formatted(
                  String.join(", ", SampleTime.names()),
                  text,
                  Nearest.hint(text, SampleTime.names())));
    }
    return time;
  }

  private Writer writer(String name, boolean toStdout) throws IOException {
    OutputStream bytes =
        toStdout ? new Unclosed(stdout) : Files.newOutputStream(directory.resolve(name));
    OutputStream packed = name.endsWith(".gz") ? new GZIPOutputStream(bytes, 1 << 16) : bytes;
    return new BufferedWriter(new OutputStreamWriter(packed, StandardCharsets.UTF_8), 1 << 16);
  }

  /** Standard output outlives the samples. */
  private static final class Unclosed extends FilterOutputStream {
    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      out.write(bytes, from, count);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
