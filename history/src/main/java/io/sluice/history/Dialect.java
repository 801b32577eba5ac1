package io.sluice.history;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** In what the two databases differ. */
enum Dialect {
  /** Has no type for instants: text that sorts by time. */
  SQLITE {
    @Override
    void setInstant(PreparedStatement statement, int index, Instant value) throws SQLException {
      statement.setString(index, TEXT.format(value.atOffset(ZoneOffset.UTC)));
    }

    @Override
    Instant instant(ResultSet row, String column) throws SQLException {
      return Instant.parse(row.getString(column));
    }
  },
  /** Keeps microseconds. */
  POSTGRESQL {
    @Override
    void setInstant(PreparedStatement statement, int index, Instant value) throws SQLException {
      statement.setObject(index, value.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    @Override
    Instant instant(ResultSet row, String column) throws SQLException {
      return row.getObject(column, OffsetDateTime.class).toInstant();
    }
  };

  private static final DateTimeFormatter TEXT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'", Locale.ROOT);

  abstract void setInstant(PreparedStatement statement, int index, Instant value)
      throws SQLException;

  abstract Instant instant(ResultSet row, String column) throws SQLException;

  /** Where its migrations are on the class path. */
  String migrations() {
    return "classpath:io/sluice/history/" + name().toLowerCase(Locale.ROOT);
  }
}
