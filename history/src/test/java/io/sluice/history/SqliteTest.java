package io.sluice.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteTest implements StoreContract {
  @TempDir private Path folder = Path.of("");

  @Override
  public String store() {
    return folder.resolve("new folder").resolve("history.db").toString();
  }

  @Test
  void aFileThatIsNoDatabaseIsToldInOneSentence() throws Exception {
    Path file = Files.writeString(folder.resolve("notes.txt"), "not a database ".repeat(100));
    StoreAddress address = StoreAddress.parse("jdbc:sqlite:" + file);
    String message =
        assertThrows(StoreException.class, () -> History.open(address, Map.of())).getMessage();
    assertTrue(String.valueOf(message).startsWith("the store " + file), message);
    assertEquals(1, String.valueOf(message).lines().count());
  }

  @Test
  void aFolderThatCannotBeMadeIsTold() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    StoreAddress address = StoreAddress.parse(file.resolve("below/history.db").toString());
    String message =
        assertThrows(StoreException.class, () -> History.open(address, Map.of())).getMessage();
    assertTrue(String.valueOf(message).contains("cannot make the folder"), message);
  }

  @Test
  void aStoreOfANewerProgramIsNotTouched() throws Exception {
    StoreAddress address = StoreAddress.parse(store());
    History.open(address, Map.of()).close();
    DataSource source = Sources.sqlite(Path.of(store()));
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "UPDATE sluice_schema_history SET version = '99' WHERE version = '1'");
    }
    String message =
        assertThrows(StoreException.class, () -> History.open(address, Map.of())).getMessage();
    assertTrue(String.valueOf(message).contains("newer version of sluice (99"), message);
  }

  @Test
  void aDeletedRunTakesAllOfItWithIt() throws Exception {
    try (History history = History.open(StoreAddress.parse(store()), Map.of())) {
      history.put(SampleRuns.run(1), SampleRuns.totals(SampleRuns.run(1)));
    }
    try (Connection connection = Sources.sqlite(Path.of(store())).getConnection();
        Statement statement = connection.createStatement()) {
      assertTrue(statement.executeUpdate("DELETE FROM runs") > 0);
      for (String table : new String[] {"objectives", "requests", "design_effects"}) {
        assertFalse(statement.executeQuery("SELECT 1 FROM " + table).next(), table);
      }
    }
  }
}
