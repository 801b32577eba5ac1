package io.sluice.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sluice.model.plan.LoadPlan;
import io.sluice.model.run.Interval;
import io.sluice.model.run.Outcome;
import io.sluice.model.run.SeriesCatalog;
import io.sluice.reports.terminal.Canvas;
import io.sluice.reports.terminal.Glyphs;
import io.sluice.reports.terminal.Style;
import io.sluice.scenarios.HitPlan;
import io.sluice.scenarios.network.NetworkSettings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class LiveTerminalTest {
  private static final LoadPlan PLAN =
      HitPlan.of("http://127.0.0.1:1/").plan(1, NetworkSettings.NONE);

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final AtomicReference<Canvas> canvas = new AtomicReference<>(canvas(80, 24));
  private final AtomicInteger released = new AtomicInteger();

  private static Canvas canvas(int columns, int rows) {
    return new Canvas(columns, rows, Style.PLAIN, Glyphs.UNICODE);
  }

  private LiveTerminal start() {
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    Console console = new Console(out, out, true, 80, Map.of());
    return LiveTerminal.start(
        PLAN, console, canvas::get, released::incrementAndGet, Optional::empty);
  }

  private String written() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static Interval second(int number) {
    Interval interval = new Interval(SeriesCatalog.of(PLAN));
    interval.span(number, number * 1_000_000_000L, (number + 1) * 1_000_000_000L);
    interval.series(0).start();
    interval.series(0).finish(Outcome.OK, 200, 5_000_000, 4_000_000, 3_000_000);
    return interval;
  }

  @Test
  void itIsDrawnAndLeavesOnlyWhatWasSaid() {
    try (LiveTerminal terminal = start()) {
      terminal.onInterval(second(0));
      Poll.until("a rate", () -> written().contains("1/s"));
      String shown = new Emulator(80, 24).write(written()).shown();
      assertTrue(shown.startsWith("hit"), shown);
      assertTrue(shown.contains("last 5 s"), shown);

      terminal.say("Stopping.");
      int then = written().length();
      Poll.until("the next drawing", () -> written().length() > then + 100);
      shown = new Emulator(80, 24).write(written()).shown();
      assertTrue(shown.startsWith("Stopping.\nhit"), shown);
    }
    assertEquals("Stopping.", new Emulator(80, 24).write(written()).shown());
    assertEquals(1, released.get());
  }

  @Test
  void itFollowsTheSizeOfTheWindow() {
    try (LiveTerminal terminal = start()) {
      terminal.onInterval(second(0));
      Poll.until("a wide one", () -> written().contains("response time"));
      canvas.set(canvas(40, 10));
      int then = written().length();
      Poll.until("a narrow one", () -> written().substring(then).contains("time  "));
      for (String line : written().substring(then).lines().skip(1).toList()) {
        assertTrue(line.length() < 80, line);
      }
    }
  }
}
