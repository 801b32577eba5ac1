package io.sluice.cli.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class EventTest {
  private static String text(String id, String name, String data) {
    return new String(Event.of(id, name, data).bytes(), StandardCharsets.UTF_8);
  }

  @Test
  void isWrittenLineByLine() {
    assertEquals("id: 7\nevent: tick\ndata: {\"a\":1}\n\n", text("7", "tick", "{\"a\":1}"));
    assertEquals("data: \n\n", text("", "", ""));
    assertEquals("data: a\ndata: b\ndata: c\ndata: d\ndata: \n\n", text("", "", "a\nb\r\nc\rd\n"));
    assertEquals("data: ünï\n\n", text("", "", "ünï"));
  }

  @Test
  void anIdOrANameCannotStartAnotherField() {
    assertThrows(IllegalArgumentException.class, () -> text("1\ndata: x", "", ""));
    assertThrows(IllegalArgumentException.class, () -> text("", "a\rb", ""));
    assertThrows(IllegalArgumentException.class, () -> text("a\0", "", ""));
  }
}
