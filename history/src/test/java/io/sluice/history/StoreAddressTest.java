package io.sluice.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StoreAddressTest {
  @ParameterizedTest
  @CsvSource({
    "none, None, none",
    "runs/history.db, SqliteFile, runs/history.db",
    "jdbc:sqlite:/tmp/h.db, SqliteFile, /tmp/h.db",
    "jdbc:postgresql://db/sluice, Postgresql, jdbc:postgresql://db/sluice",
    "jdbc:postgresql://db:5432/sluice?user=u&password=secret, Postgresql, jdbc:postgresql://db:5432/sluice"
  })
  void readsWhatItIsAndTellsItWithoutCredentials(String text, String kind, String told) {
    StoreAddress address = StoreAddress.parse(text);
    assertEquals(kind, address.getClass().getSimpleName());
    assertEquals(told, address.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "jdbc:mysql://u:secret@db/x",
        "jdbc:sqlite:",
        "postgresql://u:secret@db/x",
        "https://example.com/secret"
      })
  void refusesOthersWithoutRepeatingThem(String text) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> StoreAddress.parse(text)).getMessage();
    assertEquals(
        "expected FILE, jdbc:sqlite:FILE, jdbc:postgresql://HOST/DATABASE or none", message);
  }

  @Test
  void aUserBeforeTheHostIsRefusedWithoutRepeatingIt() {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> StoreAddress.parse("jdbc:postgresql://u:secret@db/sluice"))
            .getMessage();
    assertFalse(String.valueOf(message).contains("secret"), message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://127.0.0.1:1/sluice?user=u&password=secret",
        "jdbc:postgresql://127.0.0.1:port/sluice?user=u&password=secret",
        "jdbc:postgresql:?user=u&password=secret"
      })
  void aDatabaseThatIsNotThereIsToldInOneSentenceWithoutCredentials(String text) {
    StoreAddress address = StoreAddress.parse(text);
    assertInstanceOf(StoreAddress.Postgresql.class, address);
    StoreException failure =
        assertThrows(StoreException.class, () -> History.open(address, Map.of()));
    for (Throwable each = failure; each != null; each = each.getCause()) {
      assertFalse(String.valueOf(each.getMessage()).contains("secret"), each.getMessage());
    }
    assertEquals(1, String.valueOf(failure.getMessage()).lines().count());
  }

  @Test
  void withoutAStoreThereIsNothingToOpen() {
    assertThrows(StoreException.class, () -> History.open(new StoreAddress.None(), Map.of()));
  }
}
