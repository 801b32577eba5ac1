package io.sluice.cli.web;

import java.io.IOException;

/** Answers the requests of a path. Called by many threads at once. */
public interface Route {
  /** A path, such as {@code /runs.json}; or all below one, such as {@code /runs/*}. */
  String path();

  /** The answer; {@link Answer#missing()} where there is nothing of that name. */
  Answer answer(WebRequest request) throws IOException;
}
