package io.sluice.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Against a real server, which the test starts for itself. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PostgresqlTest implements StoreContract {
  private PostgresqlCluster cluster = PostgresqlCluster.NONE;

  @BeforeAll
  void start() throws Exception {
    cluster = PostgresqlCluster.start();
  }

  @AfterAll
  void stop() throws Exception {
    cluster.close();
  }

  @Override
  public String store() throws SQLException {
    return cluster.newDatabase();
  }

  @Test
  void userAndPasswordMayComeFromTheEnvironment() throws Exception {
    String url = store();
    StoreAddress bare = StoreAddress.parse(url.replaceFirst("\\?.*", ""));
    Map<String, String> right =
        Map.of("PGUSER", PostgresqlCluster.USER, "PGPASSWORD", PostgresqlCluster.PASSWORD);
    try (History history = History.open(bare, right)) {
      assertEquals(0, history.names().size());
    }
    Map<String, String> wrong = Map.of("PGUSER", PostgresqlCluster.USER, "PGPASSWORD", "wrong-one");
    String message =
        assertThrows(StoreException.class, () -> History.open(bare, wrong)).getMessage();
    assertTrue(String.valueOf(message).contains("password authentication failed"), message);
    assertTrue(!String.valueOf(message).contains("wrong-one"), message);
  }

  @Test
  void aDatabaseWithOtherTablesIsSharedWithThem() throws Exception {
    String url = store();
    cluster.execute(url, "CREATE TABLE of_others (x INTEGER)");
    try (History history = History.open(StoreAddress.parse(url), Map.of())) {
      history.put(SampleRuns.run(1), SampleRuns.totals(SampleRuns.run(1)));
      assertEquals(1, history.names().size());
    }
  }
}
