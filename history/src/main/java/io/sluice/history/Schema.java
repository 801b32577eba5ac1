package io.sluice.history;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Brings a store's tables up to date. Flyway takes several times as long to start as the rest of an
 * indexing: one query asks first whether there is anything for it to do.
 */
final class Schema {
  /** Of the newest migration. */
  static final int VERSION = 1;

  private static final String TABLE = "sluice_schema_history";
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** The bits of a result code of SQLite's that say what, not where. */
  private static final int PRIMARY = 0xff;

  private static final Duration PAUSE = Duration.ofMillis(50);

  private final DataSource source;
  private final Dialect dialect;

  Schema(DataSource source, Dialect dialect) {
    this.source = source;
    this.dialect = dialect;
  }

  /** Migrates where the store is older than this program; several may do so at once. */
  void update() throws SQLException, StoreException {
    long start = System.nanoTime();
    int found = version(start);
    while (found < VERSION) {
      try {
        migrate();
      } catch (FlywayException e) {
        if (System.nanoTime() - start > PATIENCE.toNanos()) {
          throw new StoreException("its tables cannot be brought up to date: " + cause(e), e);
        }
        LockSupport.parkNanos(PAUSE.toNanos()); // another process is at it: look again
      }
      found = version(start);
    }
    if (found > VERSION) {
      throw new StoreException(
          "its tables are of a newer version of sluice (%d, this one knows %d)"
              .formatted(found, VERSION));
    }
  }

  /** SQLite waits for whoever holds the file, but not where it is about to become a WAL one. */
  private int version(long start) throws SQLException {
    while (true) {
      try {
        return version();
      } catch (SQLiteException e) {
        boolean busy = (e.getResultCode().code & PRIMARY) == SQLiteErrorCode.SQLITE_BUSY.code;
        if (!busy || System.nanoTime() - start > PATIENCE.toNanos()) {
          throw e;
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  private void migrate() {
    var _ =
        Flyway.configure(Schema.class.getClassLoader())
            .dataSource(source)
            .table(TABLE)
            .locations(dialect.migrations())
            .baselineOnMigrate(true)
            .baselineVersion("0")
            .load()
            .migrate();
  }

  /** 0 where there are no tables yet. */
  private int version() throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      try (ResultSet rows =
          statement.executeQuery("SELECT version FROM " + TABLE + " WHERE success")) {
        int newest = 0;
        while (rows.next()) {
          newest = Math.max(newest, Integer.parseInt(rows.getString(1)));
        }
        return newest;
      } catch (SQLException e) {
        if (isThere(statement)) {
          throw e;
        }
        return 0;
      }
    }
  }

  private static boolean isThere(Statement statement) throws SQLException {
    try (ResultSet tables =
        statement.getConnection().getMetaData().getTables(null, null, TABLE, null)) {
      return tables.next();
    }
  }

  private static String cause(Throwable failure) {
    Throwable last = failure;
    while (last.getCause() != null) {
      last = last.getCause();
    }
    return String.valueOf(last.getMessage()).lines().findFirst().orElse("");
  }
}
