package io.sluice.k6.script;

import io.sluice.k6.script.ScriptError.Kind;
import io.sluice.k6.script.module.ModuleProblem;
import io.sluice.k6.script.module.ScriptFiles;
import io.sluice.k6.script.port.Interruption;
import io.sluice.k6.script.port.TestAbort;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.SourceSection;
import org.jspecify.annotations.Nullable;

/** Turns whatever ended a script into what its author is told. */
final class Failures {
  private final ScriptFiles files;
  private final String script;
  private final Duration endlessAfter;

  /**
   * Failures of one program.
   *
   * @param script the path of its main module
   */
  Failures(ScriptFiles files, String script, Duration endlessAfter) {
    this.files = files;
    this.script = script;
    this.endlessAfter = endlessAfter;
  }

  ScriptError of(RuntimeException thrown) {
    return switch (thrown) {
      case PolyglotException e -> of(e);
      case Interruption e -> new ScriptError(Kind.INTERRUPTED, message(e), List.of());
      case TestAbort e -> new ScriptError(Kind.ABORTED, message(e), List.of());
      default -> throw thrown;
    };
  }

  private ScriptError of(PolyglotException e) {
    if (e.isHostException() && e.asHostException() instanceof RuntimeException host) {
      return host instanceof Interruption || host instanceof TestAbort
          ? of(host)
          : new ScriptError(Kind.EXCEPTION, "internal error: " + host, stack(e));
    }
    if (e.isInterrupted() || e.isCancelled()) {
      String sentence =
          "the script computed for "
              + endlessAfter.toMillis() / 1000.0
              + " s without any call that waits; it was stopped";
      List<String> stack = stack(e);
      return new ScriptError(
          Kind.ENDLESS, stack.isEmpty() ? sentence : sentence + " " + stack.get(0), stack);
    }
    if (e.isResourceExhausted()) {
      String why =
          message(e).contains("tack")
              ? "RangeError: Maximum call stack size exceeded"
              : "out of memory";
      return new ScriptError(Kind.MEMORY, why, stack(e));
    }
    return new ScriptError(Kind.EXCEPTION, message(e), stack(e));
  }

  /** The same for the init stage, in which modules may be missing or be no programs. */
  ScriptError ofInit(RuntimeException thrown) {
    ModuleProblem problem = files.problem();
    if (problem != null && thrown instanceof PolyglotException) {
      return problem.kind() == ModuleProblem.Kind.SYNTAX
          ? new ScriptError(Kind.SYNTAX, message(problem), List.of())
          : new ScriptError(Kind.MODULE, located(message(problem)), List.of());
    }
    if (thrown instanceof PolyglotException e && !e.isHostException()) {
      String message = message(e);
      if (e.isSyntaxError() || message.startsWith("SyntaxError")) {
        return syntax(e, message);
      }
    }
    return of(thrown);
  }

  private ScriptError syntax(PolyglotException e, String message) {
    SourceSection at = e.getSourceLocation();
    String place = at == null ? null : place(at);
    String first = message.lines().findFirst().orElse(message);
    if (place == null) {
      return new ScriptError(Kind.SYNTAX, first, List.of());
    }
    String what = first.replaceFirst("^SyntaxError: ", "").replaceFirst("^\\S+:\\d+:\\d+:? ", "");
    return new ScriptError(Kind.SYNTAX, "SyntaxError: " + place + ": " + what, List.of());
  }

  /** Puts the place of the import before the sentence, if the main script has it. */
  private String located(String sentence) {
    int from = sentence.indexOf('"');
    int to = from < 0 ? -1 : sentence.indexOf('"', from + 1);
    String place = to < 0 ? null : files.placeOf(script, sentence.substring(from + 1, to));
    return place == null ? sentence : place + ": " + sentence;
  }

  private List<String> stack(PolyglotException e) {
    var lines = new ArrayList<String>();
    for (var frame : e.getPolyglotStackTrace()) {
      SourceSection at = frame.isGuestFrame() ? frame.getSourceLocation() : null;
      String place = at == null ? null : place(at);
      if (place != null && at != null) {
        String name = frame.getRootName();
        String where = place + "(" + at.getCharIndex() + ")";
        lines.add(
            name == null || name.isEmpty() || name.startsWith(":") || name.equals("anonymous")
                ? "at " + where
                : "at " + name + " (" + where + ")");
      }
    }
    return lines;
  }

  private @Nullable String place(SourceSection at) {
    String path = at.getSource().getPath();
    return path == null ? null : files.place(path, at.getStartLine(), at.getStartColumn());
  }

  private static String message(Exception e) {
    return String.valueOf(e.getMessage());
  }
}
