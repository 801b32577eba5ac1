package io.sluice.gate.compare;

import java.util.Map;

/**
 * What an arm saw.
 *
 * @param total of all requests
 * @param byRequest by the request's name
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares or changes them
record ArmSlices(Slice[] total, Map<String, Slice[]> byRequest) {
  /** Of a request that the arm has. */
  Slice[] of(String request) {
    Slice[] slices = byRequest.get(request);
    if (slices == null) {
      throw new IllegalArgumentException("no request is named '" + request + "'");
    }
    return slices;
  }
}
