package io.sluice.k6.draft;

import com.caoccao.javet.swc4j.span.Swc4jSpan;
import io.sluice.k6.syntax.Bound;
import java.util.ArrayList;
import java.util.List;

/** Collects what is not carried over. */
final class Notes {
  private static final int LONGEST = 60;

  private final List<Draft.Note> list = new ArrayList<>();

  void add(Bound at, String sentence) {
    Swc4jSpan span = at.node().getSpan();
    add(new Draft.Note(at.tree().path().toString(), span.getLine(), span.getColumn(), sentence));
  }

  void add(Draft.Note note) {
    if (!list.contains(note)) {
      list.add(note);
    }
  }

  List<Draft.Note> all() {
    return List.copyOf(list);
  }

  /** The beginning of what was written, on one line. */
  static String written(Bound at) {
    String line = at.tree().written(at.node()).replaceAll("\\s+", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
