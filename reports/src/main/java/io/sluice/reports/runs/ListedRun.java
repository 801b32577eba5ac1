package io.sluice.reports.runs;

import io.sluice.gate.record.RunRecord;
import java.time.Instant;
import java.util.List;

/** A folder of a run as the list shows it. */
public sealed interface ListedRun {
  /** The folder's name. */
  String folder();

  /** When the run started. */
  Instant started();

  /** Names of those of its files that may be opened. */
  List<String> files();

  /** One that has its verdict. */
  record Judged(String folder, RunRecord run, List<String> files) implements ListedRun {
    public Judged {
      files = List.copyOf(files);
    }

    @Override
    public Instant started() {
      return run.started();
    }
  }

  /**
   * One that is going on.
   *
   * @param name of the scenario
   * @param profile of the load, or empty
   * @param live address of its live view, or empty
   */
  record Running(
      String folder, String name, String profile, Instant started, String live, List<String> files)
      implements ListedRun {
    public Running {
      files = List.copyOf(files);
    }
  }

  /**
   * One that has no verdict, and to which nothing is added any more.
   *
   * @param name of the scenario, or empty
   * @param reason why there is nothing to show, as a sentence
   */
  record Unjudged(String folder, String name, Instant started, String reason, List<String> files)
      implements ListedRun {
    public Unjudged {
      files = List.copyOf(files);
    }
  }
}
