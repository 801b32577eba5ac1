package io.sluice.cli;

import io.sluice.model.run.ErrorKey;
import io.sluice.model.run.Interval;
import io.sluice.scenarios.compile.Encoding;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Keeps a scenario's secrets out of what is shown and stored about errors: a target may echo them,
 * as in the address of a redirect.
 */
final class Secrets {
  private final List<String> forms;

  /** Hides these values, as they are and as a URL or JSON holds them. */
  Secrets(List<String> values) {
    forms =
        values.stream()
            .filter(value -> !value.isEmpty())
            .flatMap(
                value ->
                    Stream.of(
                        value, Encoding.json(value), Encoding.percent(value), Encoding.url(value)))
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
  }

  /** The text with stars in place of secrets. */
  String masked(String text) {
    String masked = text;
    for (String form : forms) {
      masked = masked.replace(form, "***");
    }
    return masked;
  }

  /** Masks the interval's errors and samples in place. */
  void mask(Interval interval) {
    interval.replaceSamples(sample -> sample.masked(text -> Credentials.masked(masked(text))));
    if (forms.isEmpty()) {
      return;
    }
    Map<ErrorKey, Long> errors = new LinkedHashMap<>(interval.errors());
    interval.errors().clear();
    errors.forEach(
        (key, count) ->
            interval.error(
                new ErrorKey(masked(key.request()), key.outcome(), masked(key.detail())), count));
  }
}
