package io.sluice.reports.prometheus;

import java.io.Writer;

/** Text that is written into memory: a {@link java.io.StringWriter} without its locks. */
final class MetricsText extends Writer {
  private static final int USUAL = 1 << 16;

  private final StringBuilder text = new StringBuilder(USUAL);

  @Override
  public void write(int character) {
    text.append((char) character);
  }

  @Override
  public void write(String part) {
    text.append(part);
  }

  @Override
  public void write(String part, int from, int length) {
    text.append(part, from, from + length);
  }

  @Override
  public void write(char[] part, int from, int length) {
    text.append(part, from, length);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}

  @Override
  public String toString() {
    return text.toString();
  }
}
