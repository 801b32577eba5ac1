package io.sluice.k6.options;

import java.util.LinkedHashMap;
import java.util.Map;

/** Which fields a scenario has, by its executor, in k6's order. */
final class ExecutorFields {
  private final Map<String, ValueKind> fields = new LinkedHashMap<>();

  private ExecutorFields() {
    fields.put("executor", Scalar.TEXT);
    fields.put("startTime", Scalar.DURATION);
    fields.put("gracefulStop", Scalar.DURATION);
    fields.put("env", Mapping.TEXTS);
    fields.put("exec", Scalar.TEXT);
    fields.put("tags", Mapping.TEXTS);
    fields.put("options", Plain.ANY);
  }

  static Map<String, ValueKind> of(Executor executor) {
    ExecutorFields all = new ExecutorFields();
    ExecutorFields own =
        switch (executor) {
          case CONSTANT_VUS -> all.whole("vus").time("duration");
          case RAMPING_VUS -> all.whole("startVUs").stages().time("gracefulRampDown");
          case SHARED_ITERATIONS, PER_VU_ITERATIONS ->
              all.whole("vus").whole("iterations").time("maxDuration");
          case CONSTANT_ARRIVAL_RATE -> all.whole("rate").time("timeUnit").time("duration").pool();
          case RAMPING_ARRIVAL_RATE -> all.whole("startRate").time("timeUnit").stages().pool();
        };
    return own.fields;
  }

  private ExecutorFields pool() {
    return whole("preAllocatedVUs").whole("maxVUs");
  }

  private ExecutorFields whole(String name) {
    fields.put(name, Scalar.WHOLE);
    return this;
  }

  private ExecutorFields time(String name) {
    fields.put(name, Scalar.DURATION);
    return this;
  }

  private ExecutorFields stages() {
    fields.put("stages", new StagesKind());
    return this;
  }
}
