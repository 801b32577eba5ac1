package io.sluice.cli;

import io.sluice.history.StoreAddress;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which store runs are indexed in. */
final class StoreFlag {
  private static final String NAME = "--store";
  private static final String VARIABLE = "SLUICE_STORE";
  private static final String FILE = "history.db";

  @Option(
      names = NAME,
      paramLabel = "STORE",
      description =
          "Where runs are indexed: FILE, jdbc:sqlite:FILE, jdbc:postgresql://HOST/DATABASE or none;"
              + " else SLUICE_STORE of the environment (default: history.db beside the runs).")
  private @Nullable String store;

  /**
   * The store that was named, or the file beside the runs.
   *
   * @param runs the folder of all runs
   */
  StoreAddress address(Path runs, Map<String, String> environment) {
    String named = environment.getOrDefault(VARIABLE, "");
    if (store != null) {
      return Flag.read(NAME, store, StoreAddress::parse);
    }
    return named.isEmpty()
        ? new StoreAddress.SqliteFile(runs.resolve(FILE))
        : Flag.read(VARIABLE, named, StoreAddress::parse);
  }
}
