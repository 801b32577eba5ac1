package io.sluice.reports.ci;

import io.sluice.gate.Status;
import io.sluice.gate.Verdict;
import io.sluice.reports.figures.RunFigures;

/**
 * A run and all that was found of it: what servers and people are told.
 *
 * @param figures of the run
 * @param verdict on its objectives
 * @param arms what the comparison of its two arms found; {@link Arms#NONE} if it has none
 * @param status of the whole: the worse of both
 * @param exitCode of the process
 * @param folder where its files lie, as the user should read it
 */
public record JudgedRun(
    RunFigures figures, Verdict verdict, Arms arms, Status status, int exitCode, String folder) {
  /**
   * Whether B is worse than A.
   *
   * @param sentence one sentence, or empty
   * @param page the whole comparison in Markdown, or empty
   */
  public record Arms(String sentence, String page) {
    /** The run has no arms. */
    public static final Arms NONE = new Arms("", "");
  }

  /** The same with another exit code: that of a run that was interrupted. */
  public JudgedRun withExitCode(int code) {
    return new JudgedRun(figures, verdict, arms, status, code, folder);
  }

  /** One sentence on the objectives, and one on the arms where there are any. */
  public String sentence() {
    return arms.sentence().isEmpty()
        ? verdict.sentence()
        : verdict.sentence() + " " + arms.sentence();
  }

  /** The scenario's name. */
  public String name() {
    return figures.facts().name();
  }

  /** The path of a file of the run, as the user should read it. */
  public String file(String name) {
    return folder.isEmpty() || folder.endsWith("/") ? folder + name : folder + "/" + name;
  }
}
