package io.sluice.k6.lint;

import io.sluice.k6.options.OptionNames;
import io.sluice.k6.syntax.Bound;
import io.sluice.k6.syntax.Fields;
import io.sluice.model.plan.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Options that k6 does not know, does not have any more, or does not take together. */
final class OptionsRule implements Rule {
  /** Options and executors that were, and what became of them. */
  private static final Map<String, String> OLD =
      Map.of(
          "ext", "its field loadimpact is called cloud now, an option of its own",
          "noSummary", "k6 2 has it no more; use --summary-mode disabled",
          "collectors", "write --out instead",
          "paused", "a paused run waits for k6's REST interface, which k6 2 has no more");

  @Override
  public void look(Subject script, Findings findings) {
    Fields fields = script.optionFields();
    if (fields == null) {
      return;
    }
    conflicts(fields, findings);
    for (Map.Entry<String, Bound> option : fields.all().entrySet()) {
      String name = option.getKey();
      String old = OLD.get(name);
      if (old != null) {
        findings.warning(
            "deprecated-option",
            option.getValue(),
            "the option '%s' is out of use".formatted(name),
            old);
      } else if (!OptionNames.OF_SCRIPTS.contains(name)) {
        findings.warning(
            "unknown-option",
            option.getValue(),
            "there is no option '%s' in scripts, so that it changes nothing%s"
                .formatted(name, Nearest.hint(name, OptionNames.OF_SCRIPTS)),
            "");
      }
    }
    executors(script, fields, findings);
  }

  /** Only one of iterations or duration, stages and scenarios may say what load there is. */
  private static void conflicts(Fields fields, Findings findings) {
    List<String> given = new ArrayList<>();
    for (String name : List.of("iterations", "duration", "stages", "scenarios")) {
      boolean withIterations = name.equals("duration") && given.contains("iterations");
      if (fields.get(name) != null && !withIterations) {
        given.add(name);
      }
    }
    if (given.size() > 1) {
      Bound last = fields.get(given.getLast());
      if (last != null) {
        findings.error(
            "execution-conflict",
            last,
            "'%s' and '%s' both say what load is made, and k6 ends with exit code 104"
                .formatted(given.getFirst(), given.getLast()),
            "keep one of them");
      }
    }
  }

  private static void executors(Subject script, Fields options, Findings findings) {
    Bound scenarios = options.get("scenarios");
    Fields all = scenarios == null ? null : script.values().fields(scenarios);
    if (all == null) {
      return;
    }
    for (Bound scenario : all.all().values()) {
      Fields fields = script.values().fields(scenario);
      Bound executor = fields == null ? null : fields.get("executor");
      if (executor != null && "externally-controlled".equals(script.values().text(executor))) {
        findings.error(
            "removed-executor",
            executor,
            "the executor 'externally-controlled' was removed in k6 2",
            "use constant-vus or ramping-vus");
      }
    }
  }
}
