package io.sluice.k6.run;

import io.sluice.engine.door.Observations;
import io.sluice.k6.run.ScriptNames.Place;

/**
 * Notes a user's checks and own metrics down in the run's intervals, for its reports. Belongs to
 * the user's thread.
 */
sealed interface Notes {
  /** Notes nothing down: where there is no run. */
  Notes NOWHERE = new Nowhere();

  /** The number of a check for {@link #check(int, boolean)}. */
  int check(String groupPath, String name);

  /** A check had a result. */
  void check(int number, boolean passed);

  /** A metric got a value. */
  void metric(int metric, double value);

  /** In the intervals of a user's cell. */
  record InIntervals(Observations observations, ScriptNames names) implements Notes {
    private static final double NANOS_PER_MILLI = 1e6;

    @Override
    public int check(String groupPath, String name) {
      return names.checks().number(name, group(groupPath));
    }

    @Override
    public void check(int number, boolean passed) {
      observations.check(number, passed);
    }

    @Override
    public void metric(int metric, double value) {
      Place place = names.place(metric);
      if (place != null) {
        switch (place.kind()) {
          case TREND -> observations.time(place.number(), Math.round(value * NANOS_PER_MILLI));
          case NUMBERS -> observations.distributed(place.number(), value);
          case RATE -> observations.count(place.number(), value != 0);
          case COUNTER, GAUGE -> observations.number(place.number(), value);
        }
      }
    }
  }

  /** Nowhere. */
  record Nowhere() implements Notes {
    @Override
    public int check(String groupPath, String name) {
      return 0;
    }

    @Override
    public void check(int number, boolean passed) {}

    @Override
    public void metric(int metric, double value) {}
  }

  /** {@code ::cart::pay} as the plan has it: {@code cart / pay}. */
  static String group(String path) {
    return path.isEmpty() ? "" : path.substring(2).replace("::", " / ");
  }
}
