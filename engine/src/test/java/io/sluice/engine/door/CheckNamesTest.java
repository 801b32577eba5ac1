package io.sluice.engine.door;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sluice.model.plan.CheckSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckNamesTest {
  @Test
  void theSameNameInTheSameGroupIsTheSameCheck() {
    CheckNames names = new CheckNames(5);

    assertEquals(0, names.number("ok", ""));
    assertEquals(1, names.number("ok", "cart / pay"));
    assertEquals(0, names.number("ok", ""));
    assertEquals(2, names.number(" ", ""));

    assertEquals(
        List.of(
            CheckSpec.ofCode("ok", ""),
            CheckSpec.ofCode("ok", "cart / pay"),
            CheckSpec.ofCode("(no name)", "")),
        names.checks());
    assertEquals(5, names.unknown().size());
  }

  @Test
  void whatComesWhenAllAreTakenIsOne() {
    CheckNames names = new CheckNames(3);
    for (int i = 0; i < 10; i++) {
      assertEquals(Math.min(i, 2), names.number("check " + i, ""));
    }
    assertEquals(1, names.number("check 1", ""), "a known one keeps its number");
    assertEquals(CheckNames.OTHERS, names.checks().getLast().name());
    assertEquals(3, names.count());
  }
}
