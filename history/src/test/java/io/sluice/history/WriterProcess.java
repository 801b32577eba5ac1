package io.sluice.history;

import io.sluice.gate.record.RunRecord;
import java.util.List;
import java.util.Map;

/** Indexes runs of its own and runs that others index, too: {@code STORE NAME COUNT}. */
final class WriterProcess {
  private WriterProcess() {}

  public static void main(String[] arguments) throws StoreException {
    StoreAddress store = StoreAddress.parse(arguments[0]);
    for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
      for (String name : List.of(arguments[1], "all")) {
        RunRecord run = SampleRuns.run(name, "", i);
        try (History history = History.open(store, Map.of())) {
          history.put(run, SampleRuns.totals(run));
        }
      }
    }
  }
}
