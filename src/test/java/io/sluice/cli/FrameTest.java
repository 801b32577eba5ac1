package io.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class FrameTest {
  private final Emulator terminal = new Emulator(40, 8);
  private final Frame frame = new Frame();

  private String draw(String... lines) {
    return terminal.write(frame.draw(List.of(lines), 40)).shown();
  }

  @Test
  void linesStandInThePlaceOfThoseBefore() {
    terminal.write("before\r\n");
    assertEquals("before\na\nb", draw("a", "b"));
    assertEquals("before\nlonger\nb\nc", draw("longer", "b", "c"));
    assertEquals("before\na", draw("a"));
    assertEquals("before", terminal.write(frame.clear(40)).shown());
    assertEquals("before\nafter", terminal.write("after").shown());
  }

  @Test
  void whatWasPrintedBeforeStaysInTheHistory() {
    terminal.write("1\r\n2\r\n3\r\n4\r\n5\r\n");
    draw("a", "b");
    assertEquals("3\n4\n5\na\nb\nc\nd", draw("a", "b", "c", "d"));
    assertEquals("1\n2\n", terminal.history());
    assertEquals("3\n4\n5", terminal.write(frame.clear(40)).shown());
  }

  @Test
  void anInterruptLeavesNoTrace() {
    draw("a", "b");
    terminal.write("^C");
    assertEquals("", terminal.write(frame.clear(40)).shown());
    assertEquals("said\na", terminal.write("said\r\n" + frame.draw(List.of("a"), 40)).shown());
  }

  @Test
  void theCursorIsHiddenWithinADrawingOnly() {
    String text = frame.draw(List.of("a"), 40);
    assertTrue(text.startsWith("\u001b[?25l") && text.endsWith("\u001b[?25h"), text);
    assertEquals("", new Frame().clear(40));
  }

  /** A terminal that became narrower has broken the lines that do not fit it any more. */
  @Test
  void brokenLinesCountAsManyRows() {
    frame.draw(List.of("x".repeat(39), "\u001b[1;31m" + "y".repeat(20) + "\u001b[0m", ""), 40);
    assertTrue(frame.draw(List.of("a"), 20).contains("\r\u001b[4A"));
    assertTrue(frame.clear(1).contains("\r\u001b[1A"));
  }
}
