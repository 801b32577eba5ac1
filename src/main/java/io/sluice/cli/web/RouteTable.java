package io.sluice.cli.web;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the route of a path: the one of that path, else the longest one above it. Immutable. */
final class RouteTable implements Route {
  private static final String BELOW = "/*";
  private final Map<String, Route> exact = new HashMap<>();
  private final List<Route> below;

  RouteTable(List<Route> routes) {
    routes.stream()
        .filter(route -> !route.path().endsWith(BELOW))
        .forEach(route -> exact.put(route.path(), route));
    below =
        routes.stream()
            .filter(route -> route.path().endsWith(BELOW))
            .sorted(Comparator.comparingInt((Route route) -> route.path().length()).reversed())
            .toList();
  }

  @Override
  public String path() {
    return BELOW;
  }

  @Override
  public Answer answer(WebRequest request) throws IOException {
    Route route = exact.get(request.path());
    if (route != null) {
      return route.answer(request);
    }
    for (Route candidate : below) {
      String stem = candidate.path().substring(0, candidate.path().length() - 1);
      if (request.path().startsWith(stem)) {
        return candidate.answer(request);
      }
    }
    return Answer.missing();
  }
}
