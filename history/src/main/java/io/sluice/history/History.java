package io.sluice.history;

import io.sluice.gate.baseline.BaselineRun;
import io.sluice.gate.compare.Change;
import io.sluice.gate.record.RunChange;
import io.sluice.gate.record.RunRecord;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** The index of runs. Used by one thread. */
public final class History implements AutoCloseable {
  private static final String CHANGE =
      """
      INSERT INTO comparisons (from_id, to_id, method, change, sentence) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (from_id, to_id) DO UPDATE SET method = excluded.method,
        change = excluded.change, sentence = excluded.sentence""";

  private final StoreAddress address;
  private final Dialect dialect;
  private final Connection connection;

  private History(StoreAddress address, Dialect dialect, Connection connection) {
    this.address = address;
    this.dialect = dialect;
    this.connection = connection;
  }

  /**
   * Opens a store and brings its tables up to date.
   *
   * @param environment of the process, where a user and a password may be
   * @throws StoreException if it cannot be reached or used
   */
  public static History open(StoreAddress address, Map<String, String> environment)
      throws StoreException {
    return switch (address) {
      case StoreAddress.None _ -> throw new StoreException("there is no store: it is 'none'");
      case StoreAddress.SqliteFile sqlite ->
          open(address, Dialect.SQLITE, () -> Sources.sqlite(sqlite.file()));
      case StoreAddress.Postgresql postgresql ->
          open(
              address, Dialect.POSTGRESQL, () -> Sources.postgresql(postgresql.url(), environment));
    };
  }

  private interface Source {
    DataSource open() throws StoreException;
  }

  private static History open(StoreAddress address, Dialect dialect, Source source)
      throws StoreException {
    try {
      DataSource connections = source.open();
      new Schema(connections, dialect).update();
      return new History(address, dialect, connections.getConnection());
    } catch (SQLException e) {
      throw failure(address, e);
    } catch (StoreException e) {
      throw new StoreException("the store %s: %s".formatted(address, e.getMessage()), e);
    }
  }

  /**
   * Indexes a run; one that is there already is replaced.
   *
   * @param totals of all requests that the run names
   */
  public void put(RunRecord run, BaselineRun totals) throws StoreException {
    write(() -> new RunWriter(connection, dialect).write(run, totals));
  }

  /** The newest runs, the newest first. */
  public List<RunRecord> runs(Filter filter) throws StoreException {
    return read(() -> new RunsReader(connection, dialect).read(filter));
  }

  /** What of some runs can be compared, in their order. */
  public List<BaselineRun> totals(List<RunRecord> runs) throws StoreException {
    return read(
        () -> {
          TotalsReader reader = new TotalsReader(connection);
          List<BaselineRun> totals = new ArrayList<>();
          for (RunRecord run : runs) {
            totals.add(reader.read(run));
          }
          return totals;
        });
  }

  /** Names of all scenarios that have runs, in their alphabet's order. */
  public List<String> names() throws StoreException {
    return texts("SELECT DISTINCT name FROM runs ORDER BY name");
  }

  /** Profiles of all runs, the empty one left out. */
  public List<String> profiles() throws StoreException {
    return texts("SELECT DISTINCT profile FROM runs WHERE profile <> '' ORDER BY profile");
  }

  private List<String> texts(String query) throws StoreException {
    return read(
        () -> {
          List<String> texts = new ArrayList<>();
          try (PreparedStatement select = connection.prepareStatement(query);
              ResultSet row = select.executeQuery()) {
            while (row.next()) {
              texts.add(row.getString(1));
            }
          }
          return texts;
        });
  }

  /** A comparison of run logs that was made before, so that it need not be made again. */
  public Optional<RunChange> change(String from, String to) throws StoreException {
    return read(
        () -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT * FROM comparisons WHERE from_id = ? AND to_id = ?")) {
            select.setString(1, from);
            select.setString(2, to);
            try (ResultSet row = select.executeQuery()) {
              return row.next()
                  ? Optional.of(
                      new RunChange(
                          from,
                          to,
                          RunChange.Method.valueOf(row.getString("method")),
                          Change.valueOf(row.getString("change")),
                          row.getString("sentence")))
                  : Optional.empty();
            }
          }
        });
  }

  /** Keeps a comparison of two runs that are indexed. */
  public void put(RunChange change) throws StoreException {
    write(
        () -> {
          try (PreparedStatement insert = connection.prepareStatement(CHANGE)) {
            insert.setString(1, change.from());
            insert.setString(2, change.to());
            insert.setString(3, change.method().name());
            insert.setString(4, change.change().name());
            insert.setString(5, change.sentence());
            insert.executeUpdate();
          }
        });
  }

  private interface Reading<T> {
    T read() throws SQLException, StoreException;
  }

  private interface Writing {
    void write() throws SQLException;
  }

  private <T> T read(Reading<T> reading) throws StoreException {
    try {
      return reading.read();
    } catch (SQLException e) {
      throw failure(address, e);
    }
  }

  /** All of it or nothing. */
  private void write(Writing writing) throws StoreException {
    try {
      connection.setAutoCommit(false);
      try {
        writing.write();
        connection.commit();
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw failure(address, e);
    }
  }

  private static StoreException failure(StoreAddress address, SQLException failure) {
    String message = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    if (address instanceof StoreAddress.Postgresql postgresql) {
      message = message.replace(postgresql.url(), address.toString());
    }
    return new StoreException(
        "the store %s cannot be used: %s".formatted(address, message), failure);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      // all that matters was committed before
    }
  }
}
