package io.sluice.storefront.truth;

import java.util.Locale;

/** How a request ended, as the server sees it. */
public enum Outcome {
  /** The whole answer was handed to the socket, or is being handed to it. */
  ANSWERED,
  /** A reset came in the place of an answer, on purpose. */
  RESET,
  /** Half of the answer was sent, then a reset, on purpose. */
  RESET_MIDWAY,
  /** Half of the answer was sent, then the end of the stream, on purpose. */
  HALF_CLOSED,
  /** Its client was gone before the answer was due, or before it had left. */
  ABANDONED;

  /** The name in the log's file, in lower case with hyphens. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
