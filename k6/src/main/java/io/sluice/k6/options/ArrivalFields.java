package io.sluice.k6.options;

import java.util.List;

/** What the two executors with an arrival rate have in common. */
final class ArrivalFields {
  private ArrivalFields() {}

  static long timeUnitNanos(ScenarioFields fields) {
    long nanos = fields.nanos("timeUnit", ScenarioFields.SECOND);
    fields.check(nanos > 0, "the timeUnit must be more than 0");
    return nanos;
  }

  static long preAllocatedVus(ScenarioFields fields) {
    fields.check(fields.has("preAllocatedVUs"), "the number of preAllocatedVUs isn't specified");
    long vus = fields.whole("preAllocatedVUs", 0);
    fields.check(vus >= 0, "the number of preAllocatedVUs can't be negative");
    return vus;
  }

  static long maxVus(ScenarioFields fields, long preAllocated) {
    long most = fields.whole("maxVUs", preAllocated);
    fields.check(most >= preAllocated, "maxVUs can't be less than preAllocatedVUs");
    return most;
  }

  static String vusFact(long preAllocated, long most) {
    return "maxVUs: " + preAllocated + (most > preAllocated ? "-" + most : "");
  }

  static List<VuStep> requirements(long preAllocated, long most, long endNanos) {
    return List.of(new VuStep(0, preAllocated, most - preAllocated), new VuStep(endNanos, 0));
  }
}
