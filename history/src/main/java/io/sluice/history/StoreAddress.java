package io.sluice.history;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Which store runs are indexed in. */
public sealed interface StoreAddress {
  /** None at all. */
  record None() implements StoreAddress {
    @Override
    public String toString() {
      return "none";
    }
  }

  /** A file of SQLite; it and its folder are made where they are not there. */
  record SqliteFile(Path file) implements StoreAddress {
    @Override
    public String toString() {
      return file.toString();
    }
  }

  /**
   * A database of PostgreSQL.
   *
   * @param url of JDBC; may hold a password
   */
  record Postgresql(String url) implements StoreAddress {
    /** Without user, password and options. */
    @Override
    public String toString() {
      return url.replaceFirst("\\?.*", "");
    }
  }

  /**
   * Reads {@code FILE}, {@code jdbc:sqlite:FILE}, {@code jdbc:postgresql://HOST/DATABASE} or {@code
   * none}.
   *
   * @throws IllegalArgumentException with the rule; the text is not in it, for it may hold a
   *     password
   */
  static StoreAddress parse(String text) {
    if (text.equals("none")) {
      return new None();
    }
    if (text.startsWith("jdbc:postgresql:")) {
      if (text.matches("jdbc:postgresql://[^/?]*@.*")) {
        throw new IllegalArgumentException(
            "expected jdbc:postgresql://HOST/DATABASE with ?user=...&password=... after it, or PGUSER"
                + " and PGPASSWORD in the environment; the driver knows no user@host");
      }
      return new Postgresql(text);
    }
    String file = text.startsWith("jdbc:sqlite:") ? text.substring("jdbc:sqlite:".length()) : text;
    boolean other =
        file.matches("(?i)[a-z][a-z0-9+.-]+:.*") && !file.matches("(?i)[a-z]:[/\\\\].*");
    if (other || file.isBlank() || file.startsWith("?")) {
      throw new IllegalArgumentException(
          "expected FILE, jdbc:sqlite:FILE, jdbc:postgresql://HOST/DATABASE or none");
    }
    try {
      return new SqliteFile(Path.of(file));
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("expected a file, was '" + file + "'", e);
    }
  }
}
