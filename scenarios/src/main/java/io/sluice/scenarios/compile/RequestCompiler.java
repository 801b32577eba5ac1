package io.sluice.scenarios.compile;

import io.sluice.model.plan.ArrivalModel.Arm;
import io.sluice.model.plan.CheckSpec;
import io.sluice.model.plan.Expectation;
import io.sluice.model.plan.Op;
import io.sluice.model.plan.RequestSpec;
import io.sluice.model.plan.Target;
import io.sluice.model.plan.Template;
import io.sluice.scenarios.compile.Lowering.Fixed;
import io.sluice.scenarios.compile.Scope.Variable;
import io.sluice.scenarios.source.Location;
import io.sluice.scenarios.source.Problems;
import io.sluice.scenarios.tree.CheckLine;
import io.sluice.scenarios.tree.Field;
import io.sluice.scenarios.tree.RequestStep;
import io.sluice.scenarios.tree.RequestStep.Extraction;
import java.util.ArrayList;
import java.util.List;

/** Turns requests into parts of the plan and instructions: send, extract, check, settle. */
final class RequestCompiler {
  private final Lowering lowering;
  private final Scope scope;
  private final PlanParts parts;
  private final ScriptBuilder script;
  private final Problems problems;
  private final UrlCompiler urls;
  private final BodyCompiler bodies;

  RequestCompiler(
      Lowering lowering, Scope scope, PlanParts parts, ScriptBuilder script, Problems problems) {
    this.lowering = lowering;
    this.scope = scope;
    this.parts = parts;
    this.script = script;
    this.problems = problems;
    this.urls = new UrlCompiler(lowering);
    this.bodies = new BodyCompiler(lowering);
  }

  void compile(RequestStep step, String group) {
    UrlCompiler.Url url = url(step);
    if (step.tags().containsKey(Arm.TAG)) {
      problems.add(step.at(), "the tag 'arm' is kept for runs that compare two; name it otherwise");
    }
    String name = step.name().isEmpty() ? step.method() + " " + url.shown() : step.name();
    RequestSpec spec =
        new RequestSpec(
            name,
            group,
            step.tags(),
            step.method(),
            parts.target(url.target()),
            url.path(),
            headers(step),
            body(step),
            step.timeout(),
            step.accepted(),
            step.redirects());
    int request = parts.request(spec, step.at());
    List<Op.Check> checks = new ArrayList<>();
    for (CheckLine check : step.checks()) {
      checks.add(new Op.Check(parts.check(check(check, name, request))));
    }
    script.add(new Op.Send(request));
    for (Extraction extraction : step.extractions()) {
      Variable variable = scope.require(extraction.variable(), extraction.at());
      int slot = variable == null ? 0 : variable.slot();
      script.add(new Op.Extract(slot, extraction.selector()));
    }
    checks.forEach(script::add);
    script.add(new Op.Settle());
  }

  private UrlCompiler.Url url(RequestStep step) {
    try {
      return urls.compile(step.url());
    } catch (IllegalArgumentException e) {
      problems.add(step.url().at(), String.valueOf(e.getMessage()));
      return new UrlCompiler.Url(
          new Target("http", "unknown", 80), Template.EMPTY, step.url().toString());
    }
  }

  private Template body(RequestStep step) {
    try {
      return bodies.compile(step.payload());
    } catch (IllegalArgumentException e) {
      problems.add(step.at(), String.valueOf(e.getMessage()));
      return Template.EMPTY;
    }
  }

  private List<RequestSpec.Header> headers(RequestStep step) {
    List<RequestSpec.Header> headers = new ArrayList<>();
    if (!step.bearer().isMissing()) {
      if (has(step, "Authorization")) {
        problems.add(step.bearer().at(), "give either 'bearer' or the header 'Authorization'");
      }
      List<Lowering.Piece> pieces = new ArrayList<>();
      pieces.add(new Fixed("Bearer "));
      pieces.addAll(lowering.pieces(step.bearer()));
      requireOneLine("Authorization", pieces, step.bearer().at());
      headers.add(new RequestSpec.Header("Authorization", TemplateBuilder.plain(pieces)));
    }
    for (Field field : step.headers()) {
      List<Lowering.Piece> pieces = lowering.pieces(field.value());
      requireOneLine(field.name(), pieces, field.at());
      headers.add(new RequestSpec.Header(field.name(), TemplateBuilder.plain(pieces)));
    }
    String contentType = BodyCompiler.contentType(step.payload());
    if (!contentType.isEmpty() && !has(step, "Content-Type")) {
      headers.add(new RequestSpec.Header("Content-Type", Template.of(contentType)));
    }
    return headers;
  }

  /** What is known now must not break out of its line; the rest is the engine's to watch. */
  private void requireOneLine(String header, List<Lowering.Piece> pieces, Location at) {
    for (Lowering.Piece piece : pieces) {
      if (piece instanceof Fixed(String text) && text.chars().anyMatch(c -> c < ' ' && c != '\t')) {
        problems.add(
            at, "the header '" + header + "' must not hold a line break or control character");
      }
    }
  }

  private static boolean has(RequestStep step, String header) {
    return step.headers().stream().anyMatch(field -> field.name().equalsIgnoreCase(header));
  }

  private CheckSpec check(CheckLine check, String request, int number) {
    String name = check.name().isEmpty() ? request + ": " + check.text() : check.name();
    Expectation expectation =
        switch (check.demand()) {
          case CheckLine.Fixed fixed -> fixed.expectation();
          case CheckLine.EqualTo equal ->
              new Expectation.EqualTo(
                  equal.selector(), TemplateBuilder.plain(lowering.pieces(equal.expected())));
        };
    return new CheckSpec(name, number, expectation);
  }
}
