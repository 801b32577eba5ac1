package io.sluice.k6.script;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.function.Executable;

/** Holds what a conformance script says of itself against what it did. */
final class Claims {
  private static final Pattern SELECTOR = Pattern.compile("(\\w+)(?:\\{(.*)\\})? (\\S+)");

  /** What carried its requests. */
  enum Way {
    /** A fake, whose times are fixed. */
    FAKE,
    /** Sockets, whose times are what they are. */
    WIRE
  }

  private final Conformance said;
  private final Ran ran;
  private final Way way;
  private final List<Executable> claims = new ArrayList<>();

  private Claims(Conformance said, Ran ran, Way way) {
    this.said = said;
    this.ran = ran;
    this.way = way;
  }

  /** Fails if a claim does not hold, with all that do not. */
  static void hold(Conformance said, Ran ran, Way way) {
    if (!ran.initError.isEmpty() || said.has("init-error")) {
      String expected = said.one("init-error", "");
      assertTrue(!expected.isEmpty() && ran.initError.contains(expected), () -> ran.initError);
      return;
    }
    new Claims(said, ran, way).hold();
  }

  private void hold() {
    error();
    console();
    checks();
    samples();
    said.all("hops").forEach(hops -> equal("hops", hops, String.valueOf(ran.hops)));
    said.all("slept").forEach(this::slept);
    equal("mark", text(said.all("mark")), text(ran.marks));
    assertAll(said.name(), claims);
  }

  private void equal(String what, String expected, String found) {
    claims.add(() -> assertEquals(expected, found, what));
  }

  private static String text(List<String> lines) {
    return String.join("\n", lines);
  }

  private void error() {
    if (!said.has("error")) {
      equal("error", "", ran.error);
      return;
    }
    claims.add(
        () -> assertTrue(ran.error.startsWith(said.one("error", "")), "error: " + ran.error));
    String innermost = ran.error.lines().skip(1).findFirst().orElse("");
    said.all("error-at")
        .forEach(place -> claims.add(() -> assertTrue(innermost.contains(place + "("), ran.error)));
  }

  private void console() {
    if (way == Way.FAKE || !said.has("wire-console")) {
      equal("console", text(said.all("console")), text(ran.lines));
      return;
    }
    String expected = text(said.all("wire-console"));
    String pattern =
        Arrays.stream(expected.split("#", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining("\\d+(\\.\\d+)?"));
    String found = text(ran.lines);
    claims.add(() -> assertTrue(found.matches(pattern), () -> expected + " in\n" + found));
  }

  private void checks() {
    if (said.has("check")) {
      List<String> counted = new ArrayList<>();
      ran.samples.checks.forEach((name, of) -> counted.add(name + " " + of[0] + "/" + of[1]));
      equal("check", text(said.all("check")), text(counted));
    } else {
      ran.samples.checks.forEach((name, of) -> equal("failed: " + name, "0", "" + of[1]));
    }
  }

  private void samples() {
    said.all("sample").forEach(claim -> claims.add(() -> assertSum(claim, _ -> 1)));
    said.all("value")
        .forEach(claim -> claims.add(() -> assertSum(claim, FakeSamples.Sample::value)));
    said.all("time").forEach(claim -> claims.add(() -> time(claim)));
  }

  private void time(String claim) {
    if (way == Way.FAKE) {
      assertSum(claim, FakeSamples.Sample::value);
    } else {
      assertTrue(sum(claim, FakeSamples.Sample::value) > 0, claim);
    }
  }

  private void assertSum(String claim, ToDoubleFunction<FakeSamples.Sample> of) {
    double expected = Double.parseDouble(claim.substring(claim.lastIndexOf(' ')));
    assertEquals(expected, sum(claim, of), 1e-6, () -> claim + " in " + ran.samples.all);
  }

  private double sum(String claim, ToDoubleFunction<FakeSamples.Sample> of) {
    var parts = SELECTOR.matcher(claim);
    assertTrue(parts.matches(), claim);
    return ran.samples.all.stream()
        .filter(sample -> sample.metric().equals(parts.group(1)))
        .filter(sample -> matches(sample.tags(), parts.group(2)))
        .mapToDouble(of)
        .sum();
  }

  private static boolean matches(Map<String, String> tags, @Nullable String selector) {
    if (selector == null) {
      return true;
    }
    for (String pair : selector.split(", ", -1)) {
      String[] wanted = pair.split(":", 2);
      String value = tags.get(wanted[0]);
      if (wanted[1].equals("-") ? value != null : !wanted[1].equals(value)) {
        return false;
      }
    }
    return true;
  }

  /** Who sleeps on a machine sleeps a little longer. */
  private void slept(String claim) {
    double seconds = Double.parseDouble(claim);
    double more = way == Way.FAKE ? 1e-9 : 2;
    claims.add(
        () -> assertTrue(ran.slept > seconds - 1e-9 && ran.slept < seconds + more, "" + ran.slept));
  }
}
