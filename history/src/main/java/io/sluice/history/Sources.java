package io.sluice.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Makes the source of connections of a store. */
final class Sources {
  private static final int BUSY_MILLIS = 15_000;
  private static final int CONNECT_SECONDS = 5;
  private static final int ANSWER_SECONDS = 30;

  /** The driver would also write to standard error what its exceptions say; held, or it is lost. */
  private static final Logger DRIVER = Logger.getLogger("org.postgresql");

  private Sources() {}

  /** WAL: readers and a writer of several processes do not shut each other out. */
  static DataSource sqlite(Path file) throws StoreException {
    Path folder = file.toAbsolutePath().getParent();
    try {
      if (folder != null) {
        Files.createDirectories(folder);
      }
    } catch (IOException e) {
      throw new StoreException("cannot make the folder " + folder, e);
    }
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_MILLIS);
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
    config.enforceForeignKeys(true);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
    return source;
  }

  /** User and password may also come from {@code PGUSER} and {@code PGPASSWORD}. */
  static DataSource postgresql(String url, Map<String, String> environment) throws StoreException {
    DRIVER.setLevel(Level.OFF);
    PGSimpleDataSource source = new PGSimpleDataSource();
    try {
      source.setUrl(url);
    } catch (IllegalArgumentException e) {
      throw new StoreException( // without the cause, which repeats the address
          "the address is none of PostgreSQL; expected jdbc:postgresql://HOST/DATABASE");
    }
    if (source.getUser() == null && environment.containsKey("PGUSER")) {
      source.setUser(environment.get("PGUSER"));
    }
    if (source.getPassword() == null && environment.containsKey("PGPASSWORD")) {
      source.setPassword(environment.get("PGPASSWORD"));
    }
    source.setApplicationName("sluice");
    source.setConnectTimeout(CONNECT_SECONDS);
    source.setLoginTimeout(CONNECT_SECONDS);
    source.setSocketTimeout(ANSWER_SECONDS);
    return source;
  }
}
