package io.sluice.cli.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AccessTest {
  private static final Binding EVERYWHERE = Binding.parse("0.0.0.0:0");

  @Test
  void theLoopbackAddressIsOpenUnlessATokenIsGiven() {
    assertFalse(Access.of(Binding.loopback(0), "").demandsToken());
    assertTrue(Access.of(Binding.loopback(0), "long enough".replace(' ', '-')).demandsToken());
  }

  @Test
  void elsewhereATokenIsMadeUpAndTold() {
    Access first = Access.of(EVERYWHERE, "");
    Access second = Access.of(EVERYWHERE, "");
    assertTrue(first.demandsToken());
    assertEquals(32, first.announced().length());
    assertNotEquals(first.announced(), second.announced());
    assertTrue(first.admits(first.announced()));
    assertFalse(first.admits(second.announced()));
  }

  @Test
  void aTokenThatWasGivenIsNeverTold() {
    Access access = Access.of(EVERYWHERE, "correct-horse");
    assertEquals("", access.announced());
    assertFalse(access.toString().contains("horse"));
    assertFalse(access.session().contains("horse"));
    assertTrue(access.admits("correct-horse"));
    assertTrue(access.admitsSession(access.session()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "correct-hors", "correct-horse ", "Correct-horse"})
  void nothingElseIsAdmitted(String candidate) {
    Access access = Access.of(EVERYWHERE, "correct-horse");
    assertFalse(access.admits(candidate));
    assertFalse(access.admitsSession(candidate));
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", "with blank inside", "ümlaut-ümlaut", "line\nline-line"})
  void refusesWeakTokensWithoutRepeatingThem(String token) {
    assertEquals(
        "expected a token of 8 or more printable ASCII characters without blanks",
        assertThrows(IllegalArgumentException.class, () -> Access.of(EVERYWHERE, token))
            .getMessage());
  }
}
