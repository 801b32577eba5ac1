package io.sluice.k6.lint;

import io.sluice.k6.options.Options;
import io.sluice.k6.syntax.Modules;
import io.sluice.k6.syntax.SyntaxProblem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at a script by all rules; runs nothing of it. */
public final class Linter {
  private static final List<Rule> RULES =
      List.of(
          new RateRule(),
          new BodyRule(),
          new OptionsRule(),
          new GlobalsRule(),
          new ChecksRule(),
          new ThresholdsRule(),
          new ExitCodeRule(),
          new UnguardedJsonRule(),
          new MetricReadRule(),
          new RandomRule(),
          new GroupReturnRule());

  private Linter() {}

  /**
   * What there is to say of a script, errors first.
   *
   * @param path as the user wrote it, and where relative imports start
   * @param options the consolidated options; null where the script could not be loaded
   * @param failure why it could not be loaded, or null
   */
  public static List<Finding> lint(
      Path path, String text, @Nullable Options options, @Nullable String failure) {
    Modules modules;
    try {
      modules = Modules.read(path, text);
    } catch (SyntaxProblem e) {
      return List.of(
          new Finding(
              Severity.ERROR,
              "syntax",
              path.toString(),
              e.line(),
              e.column(),
              "this is no JavaScript or TypeScript: " + e.getMessage(),
              ""));
    }
    Subject subject = new Subject(modules, options);
    Findings findings = new Findings();
    RULES.forEach(rule -> rule.look(subject, findings));
    List<Finding> found = findings.sorted();
    return failure == null ? found : withFailure(found, LoadFailure.of(path.toString(), failure));
  }

  /** Adds why a script cannot be loaded, unless a rule already said so of the same line. */
  private static List<Finding> withFailure(List<Finding> found, Finding failure) {
    boolean told =
        found.stream()
            .anyMatch(
                finding ->
                    finding.severity() == Severity.ERROR
                        && (finding.line() == failure.line() || failure.line() == 0));
    if (told) {
      return found;
    }
    List<Finding> all = new ArrayList<>(found);
    all.addFirst(failure);
    return List.copyOf(all);
  }
}
