package io.sluice.k6.draft;

import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAst;
import io.sluice.k6.ExitCode;
import io.sluice.k6.K6Exception;
import io.sluice.k6.metrics.threshold.Thresholds;
import io.sluice.k6.options.Options;
import io.sluice.k6.syntax.Bound;
import io.sluice.k6.syntax.Functions;
import io.sluice.k6.syntax.Modules;
import io.sluice.k6.syntax.SyntaxProblem;
import io.sluice.k6.syntax.Values;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Carries a script over to a draft of a scenario. */
public final class ScriptImport {
  private final String file;
  private final Modules modules;
  private final Values values;
  private final Notes notes = new Notes();
  private final Surroundings names;
  private final StepImport.Parts parts;

  private ScriptImport(String file, Modules modules) {
    this.file = file;
    this.modules = modules;
    this.values = new Values(modules);
    this.names = new Surroundings(values);
    Answers answers = new Answers(values);
    Expressions expressions = new Expressions(values, answers, names);
    Outcomes outcomes = new Outcomes(values, answers);
    this.parts =
        new StepImport.Parts(
            answers,
            expressions,
            outcomes,
            new RequestImport(values, expressions, notes),
            new CheckImport(values, answers, notes),
            new MetricImport(values, outcomes, expressions, notes),
            new Seconds(values, notes),
            new Randomness(expressions, names),
            notes);
  }

  /**
   * The draft of a script.
   *
   * @param path as the user wrote it, and where relative imports start
   * @param options the consolidated options
   * @param thresholds the options' thresholds
   * @throws K6Exception if the text is no program, or exports no function to run
   */
  public static Draft of(Path path, String text, Options options, Thresholds thresholds)
      throws K6Exception {
    try {
      return new ScriptImport(path.toString(), Modules.read(path, text)).draft(options, thresholds);
    } catch (SyntaxProblem e) {
      throw new K6Exception(
          ExitCode.SCRIPT_EXCEPTION,
          "%s:%d:%d: %s".formatted(path, e.line(), e.column(), e.getMessage()));
    }
  }

  private Draft draft(Options options, Thresholds thresholds) throws K6Exception {
    Consumer<String> whole = sentence -> notes.add(new Draft.Note(file, 0, 0, sentence));
    List<DraftStep> setup = new ArrayList<>();
    Bound before = function("setup");
    if (before != null) {
      steps(before, setup);
    }
    String exec = options.scenarios().getFirst().common().exec();
    Bound main = function(exec);
    List<DraftStep> journey = new ArrayList<>();
    if (main != null) {
      steps(main, journey);
    }
    if (journey.stream().noneMatch(ScriptImport::sends)) {
      throw new K6Exception(
          ExitCode.ERROR,
          "%s: nothing of the function '%s' can be carried over to a scenario: it sends no request"
                  .formatted(file, exec)
              + " that is written down");
    }
    if (function("teardown") != null) {
      whole.accept("teardown() is left out: scenarios have none");
    }
    if (function("handleSummary") != null) {
      whole.accept("handleSummary() is left out: sluice writes its own reports");
    }
    return new Draft(
        file.replaceFirst("^.*[/\\\\]", "").replaceFirst("(\\.k6)?\\.[cm]?[jt]s$", ""),
        names.env(),
        names.data(),
        setup,
        journey,
        new ProfileImport(whole).profiles(options),
        new ObjectiveImport(parts.metrics().carried(), whole).objectives(thresholds, journey),
        notes.all());
  }

  private @Nullable Bound function(String name) {
    Bound exported = values.exported(modules.script(), name);
    Bound known = exported == null ? null : values.resolve(exported);
    ISwc4jAst function = known == null ? null : Functions.of(known.node());
    return known == null || function == null ? null : known.with(function);
  }

  private void steps(Bound function, List<DraftStep> list) {
    ISwc4jAst body = Functions.body(function.node());
    if (body != null) {
      new StepImport(values, parts).body(function.with(body), list, true);
    }
  }

  private static boolean sends(DraftStep step) {
    return switch (step) {
      case DraftStep.Request _ -> true;
      case DraftStep.Group group -> group.steps().stream().anyMatch(ScriptImport::sends);
      case DraftStep.Repeat repeat -> repeat.steps().stream().anyMatch(ScriptImport::sends);
      case DraftStep.IfLast branch -> branch.steps().stream().anyMatch(ScriptImport::sends);
      case DraftStep.IfSet branch -> branch.steps().stream().anyMatch(ScriptImport::sends);
      case DraftStep.Set _, DraftStep.Add _, DraftStep.Think _ -> false;
    };
  }
}
