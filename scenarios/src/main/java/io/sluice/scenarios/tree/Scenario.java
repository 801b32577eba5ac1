package io.sluice.scenarios.tree;

import io.sluice.model.plan.Objective;
import io.sluice.scenarios.source.Location;
import java.util.List;

/**
 * A scenario as it was written.
 *
 * @param name as reports show it
 * @param description for readers, possibly empty
 * @param env names that the outside may set
 * @param data tables that users draw rows from
 * @param defaults what every request starts from
 * @param network how targets are reached
 * @param setup runs once before the load
 * @param journey what a user does, again and again
 * @param profiles at least one
 * @param defaultProfile the profile to run unless another is named, or empty
 * @param goals objectives
 */
public record Scenario(
    String name,
    String description,
    List<EnvEntry> env,
    List<DataTable> data,
    Defaults defaults,
    NetworkBlock network,
    List<Step> setup,
    List<Step> journey,
    List<Profile> profiles,
    Label defaultProfile,
    List<Goal> goals) {
  public Scenario {
    env = List.copyOf(env);
    data = List.copyOf(data);
    setup = List.copyOf(setup);
    journey = List.copyOf(journey);
    profiles = List.copyOf(profiles);
    goals = List.copyOf(goals);
  }

  /** A literal name and its place; empty for none. */
  public record Label(String text, Location at) {}

  /**
   * A name that the outside may set.
   *
   * @param value what it is unless set
   * @param required whether it must be set, because there is no such value
   */
  public record EnvEntry(String name, Words value, boolean required, Location at) {}

  /**
   * A table of rows, each as long as {@code columns}.
   *
   * @param numeric for each column, whether all its values were written as numbers
   */
  public record DataTable(
      String name,
      List<String> columns,
      List<Boolean> numeric,
      List<List<Words>> rows,
      Location at) {
    public DataTable {
      columns = List.copyOf(columns);
      numeric = List.copyOf(numeric);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /** An objective and its place. */
  public record Goal(Objective objective, Location at) {}
}
