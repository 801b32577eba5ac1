package io.sluice.history;

import io.sluice.gate.baseline.BaselineRun;
import io.sluice.gate.baseline.LevelEffect;
import io.sluice.gate.baseline.SeriesTotal;
import io.sluice.gate.record.ObjectiveRecord;
import io.sluice.gate.record.RequestRecord;
import io.sluice.gate.record.RunRecord;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes one run into the tables, in the caller's transaction. */
final class RunWriter {
  private static final String RUN =
      """
      INSERT INTO runs (id, name, profile, load, digest, started, duration_seconds, version,
        verdict, sentence, branch, commit_hash, build, folder)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET verdict = excluded.verdict, sentence = excluded.sentence,
        branch = excluded.branch, commit_hash = excluded.commit_hash, build = excluded.build,
        folder = excluded.folder""";
  private static final String OBJECTIVE =
      """
      INSERT INTO objectives (run_id, position, expression, unit, comparison, threshold, estimate,
        low, high, samples, effective_samples, severity, status, reason)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
  private static final String REQUEST =
      """
      INSERT INTO requests (run_id, position, name, finished, failed, per_second, p50_ms, p95_ms,
        p99_ms, times)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
  private static final String EFFECT =
      """
      INSERT INTO design_effects (run_id, position, q, factor, batches, slices)
      VALUES (?, ?, ?, ?, ?, ?)""";
  private static final List<String> PARTS = List.of("objectives", "requests", "design_effects");

  private final Connection connection;
  private final Dialect dialect;

  RunWriter(Connection connection, Dialect dialect) {
    this.connection = connection;
    this.dialect = dialect;
  }

  /** A run that is there already is replaced. */
  void write(RunRecord run, BaselineRun totals) throws SQLException {
    run(run);
    for (String part : PARTS) {
      try (PreparedStatement delete =
          connection.prepareStatement("DELETE FROM " + part + " WHERE run_id = ?")) {
        delete.setString(1, run.id());
        delete.executeUpdate();
      }
    }
    objectives(run);
    List<RequestRecord> requests = new ArrayList<>();
    requests.add(run.total());
    requests.addAll(run.requests());
    requests(run.id(), requests, totals);
    effects(run.id(), requests, totals);
  }

  private void run(RunRecord run) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(RUN)) {
      insert.setString(1, run.id());
      insert.setString(2, run.name());
      insert.setString(3, run.profile());
      insert.setString(4, String.join("\n", run.load()));
      insert.setString(5, run.digest());
      dialect.setInstant(insert, 6, run.started());
      Rows.set(insert, 7, run.durationSeconds());
      insert.setString(8, run.version());
      insert.setString(9, run.status().name());
      insert.setString(10, run.sentence());
      insert.setString(11, run.revision().branch());
      insert.setString(12, run.revision().commit());
      insert.setString(13, run.revision().build());
      insert.setString(14, run.folder());
      insert.executeUpdate();
    }
  }

  private void objectives(RunRecord run) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(OBJECTIVE)) {
      int position = 0;
      for (ObjectiveRecord objective : run.objectives()) {
        insert.setString(1, run.id());
        insert.setInt(2, position++);
        insert.setString(3, objective.expression());
        insert.setString(4, objective.unit().name().toLowerCase(Locale.ROOT));
        insert.setString(5, objective.comparison());
        Rows.set(insert, 6, objective.threshold());
        Rows.set(insert, 7, objective.estimate());
        Rows.set(insert, 8, objective.low());
        Rows.set(insert, 9, objective.high());
        insert.setLong(10, objective.samples());
        Rows.set(insert, 11, objective.effectiveSamples());
        insert.setString(12, objective.severity().name());
        insert.setString(13, objective.status().name());
        insert.setString(14, objective.reason());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private void requests(String id, List<RequestRecord> requests, BaselineRun totals)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(REQUEST)) {
      int position = 0;
      for (RequestRecord request : requests) {
        insert.setString(1, id);
        insert.setInt(2, position++);
        insert.setString(3, request.name());
        insert.setLong(4, request.finished());
        insert.setLong(5, request.failed());
        Rows.set(insert, 6, request.perSecond());
        Rows.set(insert, 7, request.p50());
        Rows.set(insert, 8, request.p95());
        Rows.set(insert, 9, request.p99());
        insert.setBytes(10, Histograms.bytes(totals.series(request.name()).times()));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private void effects(String id, List<RequestRecord> requests, BaselineRun totals)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(EFFECT)) {
      for (int position = 0; position < requests.size(); position++) {
        SeriesTotal series = totals.series(requests.get(position).name());
        for (LevelEffect level : series.effects()) {
          insert.setString(1, id);
          insert.setInt(2, position);
          insert.setDouble(3, level.q());
          insert.setDouble(4, level.effect().factor());
          insert.setInt(5, level.effect().batches());
          insert.setInt(6, level.effect().length());
          insert.addBatch();
        }
      }
      insert.executeBatch();
    }
  }
}
