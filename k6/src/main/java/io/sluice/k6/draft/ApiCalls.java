package io.sluice.k6.draft;

import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAst;
import io.sluice.k6.syntax.Bound;
import io.sluice.k6.syntax.Functions;
import io.sluice.k6.syntax.Values;
import java.util.ArrayList;
import java.util.List;

/** Carries calls of k6's functions over. */
final class ApiCalls {
  private final Values values;
  private final StepImport.Parts parts;
  private final StepImport steps;

  ApiCalls(Values values, StepImport.Parts parts, StepImport steps) {
    this.values = values;
    this.parts = parts;
    this.steps = steps;
  }

  /** The steps of a call. */
  void call(Bound at, String api, List<Bound> arguments, List<DraftStep> list) {
    switch (api) {
      case "k6.sleep" -> {
        DraftStep.Think think =
            arguments.isEmpty() ? null : parts.seconds().think(arguments.getFirst());
        if (think == null) {
          parts.notes().add(at, "the pause '%s' is left out".formatted(Notes.written(at)));
        } else if (think.max().isPositive()) {
          list.add(think);
        }
      }
      case "k6.group" -> group(at, arguments, list);
      case "k6.check" -> check(at, arguments, list);
      case "k6/http.batch" ->
          parts.notes().add(at, "http.batch is left out; its requests can stand one after another");
      default -> {
        if (api.startsWith("k6/http.") && !api.contains("cookieJar")) {
          arguments.forEach(argument -> parts.randomness().rows(argument, list));
          DraftStep.Request request =
              parts.requests().request(api.substring("k6/http.".length()), at, arguments);
          if (request != null) {
            parts.answers().sent(at.node(), request);
            list.add(request);
          }
        } else if (!api.equals("k6.fail") && !api.startsWith("k6-utils.")) {
          parts.notes().add(at, "'%s' is left out".formatted(Notes.written(at)));
        }
      }
    }
  }

  private void group(Bound at, List<Bound> arguments, List<DraftStep> list) {
    String name = arguments.isEmpty() ? null : values.text(arguments.getFirst());
    Bound function = arguments.size() < 2 ? null : values.resolve(arguments.get(1));
    ISwc4jAst code = function == null ? null : Functions.of(function.node());
    ISwc4jAst body = code == null ? null : Functions.body(code);
    if (name == null || name.isBlank() || function == null || body == null) {
      parts.notes().add(at, "the group '%s' is left out".formatted(Notes.written(at)));
      return;
    }
    List<DraftStep> inner = new ArrayList<>();
    steps.body(function.with(body), inner, false);
    if (!inner.isEmpty()) {
      list.add(new DraftStep.Group(name, inner));
    }
  }

  private void check(Bound at, List<Bound> arguments, List<DraftStep> list) {
    if (arguments.size() < 2) {
      return;
    }
    if (steps.acts(arguments.getFirst())) {
      steps.expression(arguments.getFirst(), list);
    }
    DraftStep.Request request = parts.answers().of(arguments.getFirst());
    if (request == null) {
      parts
          .notes()
          .add(
              at,
              "the check '%s' is not carried over: it looks at no answer"
                  .formatted(Notes.written(at)));
      return;
    }
    parts.checks().add(arguments.get(1), request);
    parts.outcomes().checked(at.node(), request);
  }
}
