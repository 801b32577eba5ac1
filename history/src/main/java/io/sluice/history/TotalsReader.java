package io.sluice.history;

import io.sluice.gate.baseline.BaselineRun;
import io.sluice.gate.baseline.LevelEffect;
import io.sluice.gate.baseline.SeriesTotal;
import io.sluice.gate.record.RunRecord;
import io.sluice.gate.stats.DesignEffect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what of a run can be compared: histograms and design effects. */
final class TotalsReader {
  private static final String TIMES =
      "SELECT position, name, failed, times FROM requests WHERE run_id = ? ORDER BY position";
  private static final String EFFECTS =
      "SELECT * FROM design_effects WHERE run_id = ? ORDER BY position, q";

  private final Connection connection;

  TotalsReader(Connection connection) {
    this.connection = connection;
  }

  BaselineRun read(RunRecord run) throws SQLException, StoreException {
    Map<Integer, List<LevelEffect>> effects = effects(run.id());
    Map<String, SeriesTotal> series = new LinkedHashMap<>();
    try (PreparedStatement select = connection.prepareStatement(TIMES)) {
      select.setString(1, run.id());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          series.put(
              row.getString("name"),
              new SeriesTotal(
                  Histograms.of(row.getBytes("times")),
                  row.getLong("failed"),
                  effects.getOrDefault(row.getInt("position"), List.of())));
        }
      }
    }
    SeriesTotal total = series.remove("");
    if (total == null) {
      throw new StoreException("it has no figures of " + run.id());
    }
    return new BaselineRun(run.started(), run.digest(), total, series);
  }

  private Map<Integer, List<LevelEffect>> effects(String id) throws SQLException {
    Map<Integer, List<LevelEffect>> effects = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(EFFECTS)) {
      select.setString(1, id);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          effects
              .computeIfAbsent(row.getInt("position"), _ -> new ArrayList<>())
              .add(
                  new LevelEffect(
                      row.getDouble("q"),
                      new DesignEffect(
                          row.getDouble("factor"), row.getInt("batches"), row.getInt("slices"))));
        }
      }
    }
    return effects;
  }
}
