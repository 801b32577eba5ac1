package io.sluice.cli;

import io.sluice.reports.ci.JudgedRun;
import io.sluice.reports.ci.RunMarkdown;
import io.sluice.reports.ci.StepOutputs;
import io.sluice.reports.ci.WorkflowCommands;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A step of a job on GitHub: annotations, the summary of the job, and outputs for later steps. */
final class GithubJob {
  private static final String SUMMARY = "GITHUB_STEP_SUMMARY";
  private static final String OUTPUT = "GITHUB_OUTPUT";

  /** GitHub refuses the whole summary of a step that is longer. */
  private static final int MAX_SUMMARY_BYTES = 1024 * 1024;

  private final Console console;

  GithubJob(Console console) {
    this.console = console;
  }

  /** Tells GitHub; where it names no file, that part is left out. */
  void tell(JudgedRun run) {
    console.out().print(WorkflowCommands.of(run));
    console.out().flush();
    append(OUTPUT, List.of(StepOutputs.lines(StepOutputs.of(run))), Long.MAX_VALUE);
    append(
        SUMMARY,
        List.of(
            RunMarkdown.of(run),
            RunMarkdown.of(run.figures(), run.verdict()),
            RunMarkdown.headline(run)),
        MAX_SUMMARY_BYTES);
  }

  /** Appends the first of the texts for which there is room. */
  private void append(String variable, List<String> texts, long most) {
    String name = console.environment().getOrDefault(variable, "");
    if (name.isEmpty()) {
      return;
    }
    Path file = Path.of(name);
    try {
      long there = Files.exists(file) ? Files.size(file) : 0;
      for (String text : texts) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (there + bytes.length <= most) {
          Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
          return;
        }
      }
      console.problem("there is no room left in the file of " + variable);
    } catch (IOException e) {
      console.problem("cannot write to the file of " + variable + ": " + e);
    }
  }
}
