package io.sluice.k6.options;

import java.util.Arrays;
import java.util.List;

/** What options are called, for those who look at scripts without running them. */
public final class OptionNames {
  /** Those that a script may set. */
  public static final List<String> OF_SCRIPTS =
      Arrays.stream(OptionName.values())
          .filter(option -> !option.isForRunsOnly())
          .map(OptionName::json)
          .toList();

  private OptionNames() {}
}
