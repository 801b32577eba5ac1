package io.sluice.history;

import io.sluice.gate.Status;
import io.sluice.gate.record.ObjectiveRecord;
import io.sluice.gate.record.RequestRecord;
import io.sluice.gate.record.Revision;
import io.sluice.gate.record.RunRecord;
import io.sluice.model.plan.Objective;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads runs from the tables, without their histograms. */
final class RunsReader {
  private static final String RUNS =
      """
      SELECT * FROM runs
      WHERE (? = '' OR name = ?) AND (? = '' OR profile = ?)
      ORDER BY started DESC, id DESC LIMIT ?""";
  private static final String OBJECTIVES =
      "SELECT * FROM objectives WHERE run_id = ? ORDER BY position";
  private static final String REQUESTS =
      """
      SELECT name, finished, failed, per_second, p50_ms, p95_ms, p99_ms
      FROM requests WHERE run_id = ? ORDER BY position""";

  private final Connection connection;
  private final Dialect dialect;

  RunsReader(Connection connection, Dialect dialect) {
    this.connection = connection;
    this.dialect = dialect;
  }

  /** The newest first. */
  List<RunRecord> read(Filter filter) throws SQLException {
    List<RunRecord> runs = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(RUNS)) {
      select.setString(1, filter.name());
      select.setString(2, filter.name());
      select.setString(3, filter.profile());
      select.setString(4, filter.profile());
      select.setInt(5, filter.last());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          runs.add(run(row));
        }
      }
    }
    return runs;
  }

  private RunRecord run(ResultSet row) throws SQLException {
    String id = row.getString("id");
    String load = row.getString("load");
    List<RequestRecord> requests = requests(id);
    return new RunRecord(
        row.getString("name"),
        row.getString("profile"),
        load.isEmpty() ? List.of() : List.of(load.split("\n", -1)),
        row.getString("digest"),
        dialect.instant(row, "started"),
        Rows.number(row, "duration_seconds"),
        row.getString("version"),
        Status.valueOf(row.getString("verdict")),
        row.getString("sentence"),
        new Revision(row.getString("branch"), row.getString("commit_hash"), row.getString("build")),
        row.getString("folder"),
        objectives(id),
        requests.getFirst(),
        requests.subList(1, requests.size()));
  }

  private List<ObjectiveRecord> objectives(String id) throws SQLException {
    List<ObjectiveRecord> objectives = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(OBJECTIVES)) {
      select.setString(1, id);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          objectives.add(
              new ObjectiveRecord(
                  row.getString("expression"),
                  ObjectiveRecord.Unit.valueOf(row.getString("unit").toUpperCase(Locale.ROOT)),
                  row.getString("comparison"),
                  Rows.number(row, "threshold"),
                  Rows.number(row, "estimate"),
                  Rows.number(row, "low"),
                  Rows.number(row, "high"),
                  row.getLong("samples"),
                  Rows.number(row, "effective_samples"),
                  Objective.Severity.valueOf(row.getString("severity")),
                  Status.valueOf(row.getString("status")),
                  row.getString("reason")));
        }
      }
    }
    return objectives;
  }

  /** All requests together first. */
  private List<RequestRecord> requests(String id) throws SQLException {
    List<RequestRecord> requests = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(REQUESTS)) {
      select.setString(1, id);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          requests.add(
              new RequestRecord(
                  row.getString("name"),
                  row.getLong("finished"),
                  row.getLong("failed"),
                  Rows.number(row, "per_second"),
                  Rows.number(row, "p50_ms"),
                  Rows.number(row, "p95_ms"),
                  Rows.number(row, "p99_ms")));
        }
      }
    }
    return requests;
  }
}
