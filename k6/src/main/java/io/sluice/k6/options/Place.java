package io.sluice.k6.options;

import io.sluice.k6.ExitCode;
import io.sluice.k6.K6Exception;

/**
 * Where an option's value was found, for messages.
 *
 * @param source such as {@code options of the script}, {@code K6_STAGES} or {@code --stage}
 * @param path the value's path in it, such as {@code scenarios.buying.stages[2].target}, or empty
 */
record Place(String source, String path) {
  Place field(String name) {
    return new Place(source, path.isEmpty() ? name : path + "." + name);
  }

  Place item(int index) {
    return new Place(source, path + "[" + index + "]");
  }

  /** A mistake of the user's here: a sentence without its subject, such as "expected …, was …". */
  K6Exception mistake(String sentence) {
    return new K6Exception(
        ExitCode.INVALID_CONFIG,
        (path.isEmpty() ? source : source + ": " + path) + ": " + sentence);
  }

  K6Exception expected(String what, Object was) {
    return mistake("expected " + what + ", was " + was);
  }
}
