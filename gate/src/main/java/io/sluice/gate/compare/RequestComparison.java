package io.sluice.gate.compare;

import java.util.List;

/**
 * All metrics of one request, or of all requests together.
 *
 * @param request its name; empty for all requests
 * @param finishedA requests of A that came to an end
 * @param finishedB requests of B that came to an end
 * @param slower P(a request of B is slower than one of A) + P(they are as slow) / 2, Vargha and
 *     Delaney's A; not a number without requests
 */
public record RequestComparison(
    String request, long finishedA, long finishedB, double slower, List<MetricComparison> metrics) {
  public RequestComparison {
    metrics = List.copyOf(metrics);
  }

  /** {@code all requests}, or its name. */
  public String label() {
    return request.isEmpty() ? "all requests" : request;
  }

  RequestComparison with(List<MetricComparison> others) {
    return new RequestComparison(request, finishedA, finishedB, slower, others);
  }
}
