package io.sluice.k6.draft;

import io.sluice.model.plan.Objective;
import java.util.List;
import java.util.Map;

/**
 * What was carried over of a script.
 *
 * @param env names of the environment with their defaults; an empty value is none
 * @param data lists of texts, and tables: lists of maps with the same keys
 * @param setup what runs once before the load
 * @param journey what a user does, again and again
 * @param profiles by their names; at least one
 * @param objectives what the thresholds say
 * @param notes what was not carried over
 */
public record Draft(
    String name,
    Map<String, DraftValue> env,
    Map<String, List<Object>> data,
    List<DraftStep> setup,
    List<DraftStep> journey,
    Map<String, DraftProfile> profiles,
    List<Objective> objectives,
    List<Note> notes) {
  /**
   * Something that was not carried over.
   *
   * @param file as the user wrote it
   * @param line from 1; 0 for the file as a whole
   * @param column from 1; 0 for the file as a whole
   * @param sentence what, and what stands in its place
   */
  public record Note(String file, int line, int column, String sentence) {
    /** {@code script.js:3:9: what}. */
    @Override
    public String toString() {
      return (line == 0 ? file : file + ":" + line + ":" + column) + ": " + sentence;
    }
  }
}
